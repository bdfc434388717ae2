import { z } from 'zod'
import { roundLength, roundRotation } from '../geometry.ts'
import { ID_PATTERN } from '../ids.ts'
import { limits } from '../limits.ts'

/** What an `[A-Za-z0-9_-]{1,32}` id looks like at a border. */
export const idSchema = z.string().regex(ID_PATTERN, 'expected 1 to 32 letters, digits, _ or -')

export const coordinateSchema = z.number().min(-limits.coordinate).max(limits.coordinate).overwrite(roundLength)
export const sizeSchema = z.number().min(0).max(limits.size).overwrite(roundLength)

/** What every element has, whatever its kind. */
export const baseShape = {
  id: idSchema,
  x: coordinateSchema,
  y: coordinateSchema,
  width: sizeSchema,
  height: sizeSchema,
  rotation: z.number().min(-1_000_000).max(1_000_000).overwrite(roundRotation),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  name: z.string().max(limits.name).optional(),
}

/** The names above: what a kind's own properties may not be called. */
export const baseKeys: ReadonlySet<string> = new Set([...Object.keys(baseShape), 'kind'])

/** A copy without the properties that say nothing: undefined, null, or equal to their default. */
export function omitDefaults<T extends object>(value: T, defaults: Readonly<Record<string, unknown>>): T {
  const entries = Object.entries(value).filter(
    ([key, item]) => item !== undefined && item !== null && item !== defaults[key],
  )
  return Object.fromEntries(entries) as T
}

/** What is left out of the JSON of any element. */
export const baseDefaults = { locked: false, hidden: false, name: '' } as const
