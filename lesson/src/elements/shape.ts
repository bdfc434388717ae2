import { z } from 'zod'
import { gradientSchema, paintSchema } from '../paint.ts'
import { emptyRichText } from '../empty-text.ts'
import { isEmptyText } from '../rich-text.ts'
import { richTextSchema } from '../rich-text-schema.ts'
import { baseShape, factorSchema, kindSchema, sizeSchema } from './kind.ts'
import { dashes } from './line-choices.ts'
import { shapeDefaults, shapeNames } from './shape-defaults.ts'
import { textStyleShape } from './text.ts'

/**
 * A shape: an outline with a fill and a stroke, and a text in it. `opacity` is 0 to 1, of all. `radius` rounds corners. Its height is the
 * least that it has: it is drawn higher where its text needs it.
 */
export const shapeSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('shape'),
    shape: z.enum(shapeNames).default(shapeDefaults.shape),
    fill: paintSchema.default(shapeDefaults.fill),
    stroke: paintSchema.default(shapeDefaults.stroke),
    strokeWidth: sizeSchema.max(200).default(shapeDefaults.strokeWidth),
    opacity: factorSchema.min(0).max(1).optional(),
    sides: z.int().min(3).max(12).optional(),
    radius: sizeSchema.max(1_000).optional(),
    dash: z.enum(dashes).optional(),
    gradient: gradientSchema.nullish(),
    shadow: z.boolean().optional(),
    // No letter is no text: always the same object, so that it is known as the default.
    text: richTextSchema.overwrite((text) => (isEmptyText(text) ? emptyRichText : text)).optional(),
    ...textStyleShape,
  },
  shapeDefaults,
)

export type ShapeElement = z.output<typeof shapeSchema>
