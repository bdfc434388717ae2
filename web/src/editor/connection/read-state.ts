import * as Y from 'yjs'

/**
 * A document with the last snapshot of the lesson (Yjs v2): the socket then brings only what has happened since. An empty one when there
 * is none.
 */
export async function readDoc(state: Promise<Uint8Array>): Promise<Y.Doc> {
  try {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, await state)
    return doc
  } catch {
    // Half of a snapshot may be worse than none.
    return new Y.Doc()
  }
}
