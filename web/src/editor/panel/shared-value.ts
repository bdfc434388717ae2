/** What all of them have in common of one property; null when they differ. */
export function sharedValue<T, V>(items: readonly T[], read: (item: T) => V): V | null {
  const [first, ...others] = items
  if (first === undefined) return null
  const value = read(first)
  return others.every((item) => read(item) === value) ? value : null
}
