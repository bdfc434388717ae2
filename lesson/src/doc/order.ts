/** The order of pages, and of elements on a page: keys of `fractional-indexing`, compared by code units, ties by id. */
import { generateNKeysBetween } from 'fractional-indexing'
import type { Entry, Fields } from './roots.ts'

/** The key of a page or element. */
export function indexOf(fields: Fields): string {
  const index = fields.get('index')
  return typeof index === 'string' ? index : ''
}

/** The entries in order, the first (lowest) first. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ entry, index: indexOf(entry.fields) }))
    .sort((a, b) => compare(a.index, b.index) || compare(a.entry.id, b.entry.id))
    .map(({ entry }) => entry)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `count` keys for a list that is empty so far. */
export function firstKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count)
}

/**
 * Keys that put a list into the order in which it stands here; `null` asks for a new key, a string is kept where it can be. Where two
 * people made the same key at the same time, or a key is none, there is nothing between: then a neighbour gets a new one too.
 */
export function keysFor(wanted: readonly (string | null)[]): string[] {
  const kept: (string | null)[] = []
  let last: string | null = null
  for (const key of wanted) {
    const isKept: boolean = key !== null && key !== '' && (last === null || key > last)
    kept.push(isKept ? key : null)
    if (isKept) last = key
  }
  try {
    return fillGaps(kept)
  } catch {
    return firstKeys(wanted.length)
  }
}

/** Throws when a neighbour of a gap is no key. */
function fillGaps(keys: readonly (string | null)[]): string[] {
  const filled: string[] = []
  let gap = 0
  const fill = (upper: string | null) => {
    filled.push(...generateNKeysBetween(filled.at(-1) ?? null, upper, gap))
    gap = 0
  }
  for (const key of keys) {
    if (key === null) {
      gap++
      continue
    }
    if (gap > 0) fill(key)
    filled.push(key)
  }
  if (gap > 0) fill(null)
  return filled
}

/** Writes keys so that `entries` stand in this order; those in `moved` get new ones, the others only where they must. */
export function writeOrder(entries: readonly Entry[], moved: ReadonlySet<string>): void {
  const keys = keysFor(entries.map(({ id, fields }) => (moved.has(id) ? null : indexOf(fields))))
  entries.forEach(({ fields }, place) => {
    if (indexOf(fields) !== keys[place]) fields.set('index', keys[place])
  })
}
