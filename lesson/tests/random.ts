/** A seeded source of chance: the same seed, the same test (mulberry32). */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number in [0, bound). */
  below(bound: number): number
  pick<T>(items: readonly T[]): T | undefined
  /** Some of them, at least one when there are any. */
  some<T>(items: readonly T[]): T[]
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  const pick = <T>(items: readonly T[]) => items[below(items.length)]
  const some = <T>(items: readonly T[]) => {
    const first = pick(items)
    return items.filter((item) => item === first || next() < 0.2)
  }
  return { next, below, pick, some }
}
