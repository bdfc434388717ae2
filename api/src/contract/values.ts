/** The small values that requests are made of: ids, counts, flags and texts, as JSON and as strings of an address. */
import { z } from 'zod'

/** The greatest id that a row can have. */
const MAX_ID = 2_147_483_647

const digits = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, 'expected a whole number')
  .transform(Number)

/** A row's id in JSON. */
export const rowIdSchema = z.int().min(1).max(MAX_ID)

/** A row's id in a path or a query: a number for clients, digits on the wire. */
export const idParamSchema = z.union([z.int(), digits]).pipe(rowIdSchema).meta({ type: 'integer', minimum: 1 })

/** A whole number in a query. */
export function countParam(min: number, max: number, normally: number) {
  return z
    .union([z.int(), digits])
    .pipe(z.int().min(min).max(max))
    .default(normally)
    .meta({ type: 'integer', minimum: min, maximum: max, default: normally })
}

/** A flag in a query: `true` or `false`, `1` or `0`. */
export const flagParamSchema = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((flag) => flag === 'true' || flag === '1')])
  .meta({ type: 'boolean' })

/** No control characters, no separators of lines, and nothing that turns round how the text beside it is read (U+202E). */
const LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u
/** Something to see: a name of zero-width spaces is none. Empty texts are told of by their length. */
const VISIBLE = /^$|[^\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/u

/** One line: no line breaks and no control characters, no spaces at the ends, composed letters (NFC). */
export function lineSchema(max: number) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .max(max)
    .regex(LINE, 'expected one line without control characters')
    .regex(VISIBLE, 'expected something that can be seen')
}

/** A line that may be missing; an empty one means the same. */
export function optionalLineSchema(max: number) {
  return lineSchema(max)
    .nullable()
    .transform((line) => line || null)
}

/** Text of several lines. */
export function textSchema(max: number) {
  return z.string().normalize('NFC').trim().max(max)
}

/** A moment, as ISO 8601 in UTC. */
export const timeSchema = z.iso.datetime()

/** A text to filter by; an empty one filters nothing. */
export function filterParam(max: number) {
  return lineSchema(max)
    .transform((line) => line || undefined)
    .optional()
}

/** `skip`, `limit` and `search` of every list. */
export const pagingShape = {
  skip: countParam(0, 1_000_000_000, 0),
  limit: countParam(1, 100, 20),
  search: filterParam(200),
}

/** One page of a list, and how many there are in all. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), total: z.int(), skip: z.int(), limit: z.int() })
}
