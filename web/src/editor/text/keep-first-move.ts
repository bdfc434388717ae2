import type { EditorView } from '@tiptap/pm/view'

/**
 * To be called with each key. ProseMirror takes a caret that goes to the beginning within 200 ms of the focus for the browser's
 * doing, and puts it back; after a key it is the writer's: who opens a text and presses Home at once writes at its beginning.
 */
export function keepFirstMove(view: EditorView): void {
  // No option of it says so: https://github.com/ProseMirror/prosemirror-view/blob/1.42.9/src/domobserver.ts
  const { input } = view as unknown as { input: { lastFocus: number } }
  input.lastFocus = 0
}
