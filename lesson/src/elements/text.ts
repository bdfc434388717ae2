import { z } from 'zod'
import { colorSchema } from '../paint.ts'
import { richTextSchema, textAligns } from '../rich-text.ts'
import { baseDefaults, baseShape, omitDefaults } from './kind.ts'

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
export const textSchema = z
  .strictObject({
    ...baseShape,
    kind: z.literal('text'),
    text: richTextSchema,
    fontFamily: z.string().min(1).max(100).optional(),
    fontSize: z.number().min(4).max(800).optional(),
    color: colorSchema.optional(),
    align: z.enum(textAligns).optional(),
    verticalAlign: z.enum(verticalAligns).optional(),
    lineHeight: z.number().min(0.5).max(5).optional(),
  })
  .overwrite((text) => omitDefaults(text, { ...baseDefaults, ...textDefaults }))

export type TextElement = z.output<typeof textSchema>
