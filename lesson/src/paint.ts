import { z } from 'zod'
import { rotationSchema } from './elements/kind.ts'

function expandHex(value: string): string {
  const lower = value.toLowerCase()
  return lower.length === 4 ? `#${lower.slice(1).replace(/./g, '$&$&')}` : lower
}

/** `#rgb`, `#rrggbb` or `#rrggbbaa`; canonically lower case and never the short form. */
export const colorSchema = z
  .string()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i, 'expected a colour such as #1f2937')
  .overwrite(expandHex)

/** A colour, or `transparent`. */
export const paintSchema = z
  .string()
  .regex(/^(transparent|#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8}))$/i, 'expected a colour such as #1f2937, or transparent')
  .overwrite(expandHex)

/** What a fill becomes, and in what direction: see `Gradient`. */
export const gradientSchema = z.strictObject({ to: paintSchema, angle: rotationSchema })
