import * as Y from 'yjs'
import { LOCAL } from './origins.ts'
import { elementsOf, pagesOf } from './roots.ts'

/**
 * Undo of one's own edits, never of others': of those with the origin LOCAL, and with the origins given. For text, hand y-tiptap's
 * `ySyncPluginKey` in, and this manager to Collaboration (`yUndoOptions: { undoManager }`): then a canvas and its texts share one history.
 */
export function createUndo(doc: Y.Doc, options: { extraOrigins?: readonly unknown[] } = {}): Y.UndoManager {
  return new Y.UndoManager([pagesOf(doc), elementsOf(doc)], {
    doc,
    trackedOrigins: new Set<unknown>([LOCAL, ...(options.extraOrigins ?? [])]),
    captureTimeout: 500,
    // Never a whole page or element: what others have done inside would go with it.
    deleteFilter: (item) => item.parent !== pagesOf(doc) && item.parent !== elementsOf(doc),
    // y-tiptap marks what it writes by itself, such as the first paragraph of an empty text.
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })
}
