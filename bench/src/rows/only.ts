/** The one thing in a list of one. */
export function only<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined || list.length !== 1) throw new Error(`one was expected, not ${list.length}`)
  return first
}
