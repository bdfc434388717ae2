import * as Y from 'yjs'
import { keepOthersWork, type Step } from './keep-others-work.ts'
import { LOCAL } from './origins.ts'
import { elementsOf, pagesOf } from './roots.ts'

/**
 * Undo of one's own edits, never of others': of those with the origin LOCAL, and with the origins given. For text, hand y-tiptap's
 * `ySyncPluginKey` in, and this manager to Collaboration (`yUndoOptions: { undoManager }`): then a canvas and its texts share one history.
 * What one has created stays when others have changed it since; such a step is passed over (`isLeftToOthers`).
 */
export function createUndo(doc: Y.Doc, options: { extraOrigins?: readonly unknown[] } = {}): Y.UndoManager {
  /** What may be taken back in the transaction that begins. */
  let steps: readonly Step[] = []
  const manager = new Y.UndoManager([pagesOf(doc), elementsOf(doc)], {
    doc,
    trackedOrigins: new Set<unknown>([LOCAL, ...(options.extraOrigins ?? [])]),
    captureTimeout: 500,
    deleteFilter(item) {
      // Never a whole page or element: what others have done inside would go with it.
      if (item.parent === pagesOf(doc) || item.parent === elementsOf(doc)) return false
      putBack(item, steps)
      return true
    },
    // y-tiptap marks what it writes by itself, such as the first paragraph of an empty text.
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })
  doc.on('beforeTransaction', (transaction: Y.Transaction) => {
    const isOurs = transaction.origin === manager
    steps = isOurs ? [...manager.undoStack, ...manager.redoStack] : []
    if (isOurs && manager.undoing) keepOthersWork(transaction, manager.undoStack)
  })
  return manager
}

/**
 * Where two wrote a field at the same moment and the other's was overwritten, Yjs takes that for a change made since: it deletes what is
 * taken back, and puts nothing in its place. The element would lose its geometry, say. What stood there before the step comes back.
 */
function putBack(item: Y.Item, steps: readonly Step[]): void {
  const { parent, parentSub } = item
  if (parentSub === null || !(parent instanceof Y.Map) || parent._map.get(parentSub) !== item) return
  const step = steps.find(({ insertions }) => Y.isDeleted(insertions, item.id))
  if (!step) return
  for (let { left } = item; left; left = left.left) {
    const stoodBefore = Y.isDeleted(step.deletions, left.id) && !Y.isDeleted(step.insertions, left.id)
    if (!stoodBefore) continue
    if (left.content instanceof Y.ContentAny) parent.set(parentSub, left.content.arr.at(-1))
    return
  }
}
