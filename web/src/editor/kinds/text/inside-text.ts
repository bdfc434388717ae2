import { later } from '../../../ui/later.ts'

/** Typing in a text box or in a shape. Tiptap is a third of the editor, and comes after the canvas. */
export const InsideText = later(async () => (await import('../../text/TextEditor.tsx')).TextEditor)
