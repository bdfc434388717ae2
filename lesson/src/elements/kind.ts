import { z } from 'zod'
import { storableString } from '../characters-schema.ts'
import { roundLength, roundRotation } from '../geometry.ts'
import { ID_PATTERN } from '../ids.ts'
import { limits } from '../limits.ts'

/** What an `[A-Za-z0-9_-]{1,32}` id looks like at a border. */
export const idSchema = z.string().regex(ID_PATTERN, 'expected 1 to 32 letters, digits, _ or -')

export const coordinateSchema = z.number().min(-limits.coordinate).max(limits.coordinate).overwrite(roundLength)
/** The group an element belongs to: all of one page that say the same. Empty: none. */
const groupSchema = z.string().regex(/^[A-Za-z0-9_-]{0,32}$/, 'expected up to 32 letters, digits, _ or -')

export const sizeSchema = z.number().min(0).max(limits.size).overwrite(roundLength)

export const rotationSchema = z.number().min(-1_000_000).max(1_000_000).overwrite(roundRotation)

/** What every element has, whatever its kind. */
export const baseShape = {
  id: idSchema,
  x: coordinateSchema,
  y: coordinateSchema,
  width: sizeSchema,
  height: sizeSchema,
  rotation: rotationSchema,
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  name: storableString(limits.name).optional(),
  groupId: groupSchema.optional(),
  flipX: z.boolean().optional(),
  flipY: z.boolean().optional(),
}

/** Of those, what `updateElements` may set. */
export const patchableBaseKeys: ReadonlySet<string> = new Set(['locked', 'hidden', 'name', 'groupId', 'flipX', 'flipY'])

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
export const baseDefaults = {
  locked: false,
  hidden: false,
  name: '',
  groupId: '',
  flipX: false,
  flipY: false,
} as const

/** Of a kind's properties, those that are left out when they equal their default: the optional ones. */
export function omittedDefaults(
  shape: Readonly<Record<string, z.ZodType>>,
  defaults: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const all = new Map(Object.entries({ ...baseDefaults, ...defaults }))
  return Object.fromEntries([...all].filter(([key]) => shape[key] instanceof z.ZodOptional))
}

/**
 * The schema of a kind: refuses unknown properties, and gives the canonical form. A property that is `.default(…)` in the
 * shape is always written, one that is `.optional()` is left out when it equals its entry in `defaults`.
 */
export function kindSchema<S extends Record<string, z.ZodType>>(
  shape: S,
  defaults: Readonly<Record<string, unknown>>,
): z.ZodObject<S, z.core.$strict> {
  const omitted = omittedDefaults(shape, defaults)
  return z.strictObject(shape).overwrite((element) => omitDefaults(element, omitted))
}

/** A factor such as an opacity: to a hundredth, and never -0. */
export const factorSchema = z.number().overwrite((value) => Math.round(value * 100) / 100 + 0)

/** A part of a whole, from 0 to 1: to a thousandth, and never -0. */
export const partSchema = z
  .number()
  .min(0)
  .max(1)
  .overwrite((part) => Math.round(part * 1000) / 1000 + 0)
