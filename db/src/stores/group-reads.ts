/**
 * Makes one statement of many reads by id: who asks while a statement is on its way is answered by the next one. So each answer is of a moment after its question, never
 * an older one, and a class that comes in at once costs a few statements. Answers are shared: nobody may change them.
 */
export function groupReads<Row>(
  read: (ids: number[]) => Promise<ReadonlyMap<number, Row>>,
): (id: number) => Promise<Row | null> {
  let next: { ids: Set<number>; rows: Promise<ReadonlyMap<number, Row>> } | null = null
  let last: Promise<unknown> = Promise.resolve()

  function begin() {
    const ids = new Set<number>()
    const run = () => {
      next = null
      return read([...ids])
    }
    const rows = last.then(run)
    last = rows.catch(() => {})
    return { ids, rows }
  }

  return async (id) => {
    next ??= begin()
    next.ids.add(id)
    return (await next.rows).get(id) ?? null
  }
}
