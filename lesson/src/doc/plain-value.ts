import { storable } from '../characters.ts'

const MAX_DEPTH = 16

/**
 * A value of the document as JSON can carry it, and PostgreSQL store it; undefined when it cannot be: a big integer, bytes, a number that
 * is none, or something nested too deeply. (Yjs carries all of these, and somebody could have written them.)
 */
export function readPlain(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return storable(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined
  if (typeof value !== 'object' || depth >= MAX_DEPTH || value instanceof Uint8Array) return undefined
  if (Array.isArray(value)) return value.map((item) => readPlain(item, depth + 1) ?? null)
  const entries = Object.entries(value).map(([key, item]) => [storable(key), readPlain(item, depth + 1)] as const)
  // An object with a `constructor` of its own is one that Yjs does not write again.
  return Object.fromEntries(entries.filter(([key, item]) => item !== undefined && key !== 'constructor'))
}
