import type { TextAlign } from '../rich-text.ts'

export const verticalAligns = ['top', 'middle', 'bottom'] as const
export type VerticalAlign = (typeof verticalAligns)[number]

/** What a text box has when its JSON or its Y.Map does not say. `fontSize` in page pixels, `lineHeight` a factor of it. */
export const textDefaults = {
  fontFamily: 'Be Vietnam Pro',
  fontSize: 24,
  color: '#1f2937',
  align: 'left' as TextAlign,
  verticalAlign: 'top' as VerticalAlign,
  lineHeight: 1.4,
}

/** How a text is where its marks do not say: of a text box, and of the text in a shape. */
export type TextStyleDefaults = typeof textDefaults
