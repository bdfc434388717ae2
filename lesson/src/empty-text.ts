import type { RichText } from './rich-text.ts'

/** A text of no characters: what a new text box holds. */
export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }
