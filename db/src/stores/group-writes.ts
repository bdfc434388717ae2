/**
 * Makes one statement of many writes of different rows: what comes while a statement is on its way goes with the next one. Where hundreds of lessons are edited, this is a
 * commit for all of them instead of one for each.
 */
import { isAway } from '../away.ts'

export interface GroupedWrite<Item> {
  /** Two of the same row never go together. */
  rowOf(item: Item): number
  /** Of one statement, in items, and in bytes as `sizeOf` says them. One item always goes. */
  most: { items: number; bytes: number }
  sizeOf(item: Item): number
  /** All or none. Answers the rows that were changed. */
  write(items: Item[]): Promise<ReadonlySet<number>>
}

interface Waiting<Item> {
  item: Item
  resolve(isChanged: boolean): void
  reject(error: unknown): void
}

/** The function that is answered says whether the row was changed. When a statement fails, each of its items is tried alone. */
export function groupWrites<Item>(grouped: GroupedWrite<Item>): (item: Item) => Promise<boolean> {
  let queue: Waiting<Item>[] = []
  let isRunning = false

  function nextGroup(): Waiting<Item>[] {
    const rows = new Set<number>()
    const group: Waiting<Item>[] = []
    const left: Waiting<Item>[] = []
    let bytes = 0
    for (const waiting of queue) {
      const row = grouped.rowOf(waiting.item)
      const size = grouped.sizeOf(waiting.item)
      const fits = group.length < grouped.most.items && bytes + size <= grouped.most.bytes
      if (rows.has(row) || (group.length > 0 && !fits)) left.push(waiting)
      else {
        group.push(waiting)
        bytes += size
      }
      // Nor does a later one of the same row go before it.
      rows.add(row)
    }
    queue = left
    return group
  }

  async function writeGroup(group: Waiting<Item>[]): Promise<void> {
    try {
      const changed = await grouped.write(group.map(({ item }) => item))
      for (const { item, resolve } of group) resolve(changed.has(grouped.rowOf(item)))
    } catch (error) {
      // One that the database refuses must not hold up the others; when it is away, it is for all.
      if (group.length === 1 || isAway(error)) for (const { reject } of group) reject(error)
      else for (const one of group) await writeGroup([one])
    }
  }

  async function run(): Promise<void> {
    isRunning = true
    while (queue.length > 0) await writeGroup(nextGroup())
    isRunning = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (!isRunning) void run()
    })
}
