import { z } from 'zod'
import { storableString } from '../characters-schema.ts'
import { roundLength } from '../geometry.ts'
import { colorSchema } from '../paint.ts'
import { richTextSchema } from '../rich-text-schema.ts'
import { textAligns } from '../rich-text.ts'
import { baseShape, factorSchema, kindSchema } from './kind.ts'
import { textDefaults, verticalAligns } from './text-defaults.ts'

/** How a text is where its marks do not say. */
export const textStyleShape = {
  fontFamily: storableString(100).min(1).optional(),
  fontSize: z.number().min(4).max(800).overwrite(roundLength).optional(),
  color: colorSchema.optional(),
  align: z.enum(textAligns).optional(),
  verticalAlign: z.enum(verticalAligns).optional(),
  lineHeight: factorSchema.min(0.5).max(5).optional(),
}

/** A box of rich text. Its height is the least it has: the drawn one follows from the layout in `drawing/`. */
export const textSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('text'),
    text: richTextSchema,
    ...textStyleShape,
  },
  textDefaults,
)

export type TextElement = z.output<typeof textSchema>
