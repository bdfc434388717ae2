import { z } from 'zod'
import { storableString } from '../characters.ts'
import { roundLength } from '../geometry.ts'
import { colorSchema } from '../paint.ts'
import { richTextSchema, textAligns } from '../rich-text.ts'
import { baseShape, factorSchema, kindSchema } from './kind.ts'

export const verticalAligns = ['top', 'middle', 'bottom'] as const

/** What a text box has when its JSON or its Y.Map does not say. `fontSize` in page pixels, `lineHeight` a factor of it. */
export const textDefaults = {
  fontFamily: 'Be Vietnam Pro',
  fontSize: 24,
  color: '#1f2937',
  align: 'left' as (typeof textAligns)[number],
  verticalAlign: 'top' as (typeof verticalAligns)[number],
  lineHeight: 1.4,
}

/** A box of rich text. Its height is the least it has: the drawn one follows from the layout in `drawing/`. */
export const textSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('text'),
    text: richTextSchema,
    fontFamily: storableString(100).min(1).optional(),
    fontSize: z.number().min(4).max(800).overwrite(roundLength).optional(),
    color: colorSchema.optional(),
    align: z.enum(textAligns).optional(),
    verticalAlign: z.enum(verticalAligns).optional(),
    lineHeight: factorSchema.min(0.5).max(5).optional(),
  },
  textDefaults,
)

export type TextElement = z.output<typeof textSchema>
