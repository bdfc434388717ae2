import { Extension } from '@tiptap/core'
import { type ProsemirrorBinding, yCursorPlugin, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { caretAwareness } from './caret-awareness.ts'

/**
 * Binds an editor to a text of the document, and shows the others' carets. In place of Tiptap's own Collaboration, which
 * destroys the undo manager that it is handed when the editor closes: ours is the lesson's, and outlives every text.
 */
export function sharedText(fragment: Y.XmlFragment, elementId: string, awareness: Awareness | null): Extension {
  return Extension.create({
    name: 'sharedText',
    priority: 1000,
    onCreate() {
      // With each letter of the others it would ask the browser where the caret is, which lays the text out at once. No letter of theirs
      // moves the page here.
      const { binding } = ySyncPluginKey.getState(this.editor.state) as { binding: ProsemirrorBinding }
      binding._isLocalCursorInView = () => false
    },
    addProseMirrorPlugins() {
      const sync = ySyncPlugin(fragment)
      if (!awareness) return [sync]
      const carets = yCursorPlugin(caretAwareness(awareness, elementId), { cursorBuilder: drawCaret })
      return [sync, carets]
    },
  })
}

function drawCaret(user: { name: string; color: string }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'page-text-caret'
  caret.style.borderColor = user.color
  const label = document.createElement('span')
  label.className = 'page-text-caret-name'
  label.style.backgroundColor = user.color
  label.textContent = user.name
  caret.append(label)
  return caret
}
