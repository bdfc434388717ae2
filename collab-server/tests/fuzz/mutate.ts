/** Bytes with something wrong about them. */
import type { Random } from './seeded-random.ts'

/** One to four bytes changed, taken out, put in or doubled; or the end cut off. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = [...bytes]
  for (let left = 1 + random.below(4); left > 0; left--) {
    const place = random.below(mutated.length)
    const roll = random.below(10)
    if (roll < 6) mutated[place] = random.below(256)
    else if (roll < 7) mutated.splice(place, 1)
    else if (roll < 8) mutated.splice(place, 0, random.below(256))
    else if (roll < 9) mutated = [...mutated.slice(0, place), ...mutated.slice(Math.max(0, place - random.below(30)))]
    else mutated = mutated.slice(0, place + 1)
  }
  return new Uint8Array(mutated)
}

export function noise(random: Random, longest: number): Uint8Array {
  return Uint8Array.from({ length: random.below(longest) }, () => random.below(256))
}
