import * as Y from 'yjs'
import { freshToken } from '../../session/call.ts'

/** Milliseconds. The socket brings everything too, only in more bytes: nobody waits long for the shorter way. */
const PATIENCE = 5_000

/**
 * A document with the last snapshot of the lesson, which comes packed and from a cache: the socket then brings only what
 * has happened since. An empty one when there is none, or none that can be had.
 */
export async function readDoc(lessonId: number, signal: AbortSignal): Promise<Y.Doc> {
  try {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, await fetchState(lessonId, signal))
    return doc
  } catch {
    // Half of a snapshot may be worse than none.
    return new Y.Doc()
  }
}

/** Yjs v2. */
async function fetchState(lessonId: number, signal: AbortSignal): Promise<Uint8Array> {
  const token = await freshToken()
  const response = await fetch(`/api/lessons/${lessonId}/state`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  })
  if (!response.ok) throw new Error(`No snapshot: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
