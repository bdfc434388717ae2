/** Choices that are the same for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export function seededRandom(seed: number) {
  let state = seed >>> 0
  /** In [0, 1). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    /** A whole number in [0, limit). */
    below,
    pick: <T>(items: readonly T[]): T | undefined => items[below(items.length)],
    chance: (probability: number) => next() < probability,
  }
}
export type Random = ReturnType<typeof seededRandom>
