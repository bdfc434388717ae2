import * as Y from 'yjs'
import { readContent } from './read-content.ts'
import type { LessonContent } from '../content.ts'

/** A canvas as it is kept: one state (Yjs v2), and the updates after it (Yjs v1). Either may be missing. */
export interface DocStates {
  state: Uint8Array | null
  updates: readonly Uint8Array[]
}

/** The document that was kept, in memory of its own. Throws when the bytes are damaged. */
export function openStates({ state, updates }: DocStates): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (state) Y.applyUpdateV2(doc, state)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** The canonical JSON of what was kept. Throws when the bytes are damaged. */
export function readStates(states: DocStates): LessonContent {
  const doc = openStates(states)
  const content = readContent(doc)
  doc.destroy()
  return content
}

/** The same as one state (Yjs v2), which compresses to a fraction of v1. Throws when the bytes are damaged. */
export function mergeStates(states: DocStates): Uint8Array {
  const doc = openStates(states)
  const state = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  return state
}
