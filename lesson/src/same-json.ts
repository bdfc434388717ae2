/** Do two values say the same as JSON? The order of keys does not matter; a key that is undefined is not there. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameJson(item, b[index]))
    )
  }
  const entriesA = definedEntries(a)
  const entriesB = new Map(definedEntries(b))
  return (
    entriesA.length === entriesB.size &&
    entriesA.every(([key, item]) => entriesB.has(key) && isSameJson(item, entriesB.get(key)))
  )
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
