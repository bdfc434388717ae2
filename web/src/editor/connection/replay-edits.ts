import { judgeUpdate, SCHEMA_VERSION } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import type { FoundEdits } from '../../journal/edit-store.ts'
import { REPLAY } from './replay-origin.ts'

export interface Replayed {
  /** These are in the document now, or were before. */
  joined: readonly FoundEdits[]
  /** These cannot be joined to it: refused before, written for another schema, or building on what the server does not have. */
  stranded: readonly FoundEdits[]
}

/**
 * Puts unsaved edits of earlier pages into a document that was just read from the server, as one transaction. For Yjs an
 * edit that is there already is no edit, so nothing comes twice.
 */
export function replayEdits(doc: Y.Doc, found: readonly FoundEdits[]): Replayed {
  const usable = found.filter(
    ({ isRefused, schemaVersion, updates }) =>
      !isRefused && schemaVersion === SCHEMA_VERSION && updates.every((update) => judgeUpdate(update).ok),
  )
  const joined = withoutGaps(doc, usable)
  if (joined.length > 0) {
    doc.transact(() => {
      for (const { updates } of joined) for (const update of updates) Y.applyUpdate(doc, update, REPLAY)
    }, REPLAY)
  }
  return { joined, stranded: found.filter((edits) => !joined.includes(edits)) }
}

/** Without what builds on something that is neither here nor among them: Yjs would hold it back for ever, in silence. */
function withoutGaps(doc: Y.Doc, found: readonly FoundEdits[]): FoundEdits[] {
  const state = Y.encodeStateAsUpdate(doc)
  let candidates = [...found]
  while (candidates.length > 0) {
    const trial = new Y.Doc()
    Y.applyUpdate(trial, state)
    trial.transact(() => {
      for (const { updates } of candidates) for (const update of updates) Y.applyUpdate(trial, update)
    })
    const isWhole = trial.store.pendingStructs === null && trial.store.pendingDs === null
    const fitting = candidates.filter(({ updates }) => isWhole || updates.every((one) => isIn(trial, one)))
    trial.destroy()
    if (isWhole) return candidates
    // None is at fault alone: rather none than one that is held back.
    if (fitting.length === candidates.length) return []
    candidates = fitting
  }
  return []
}

/** Has the document taken all that the update brings, and has it all that the update deletes? */
function isIn(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const isThere = (client: number, end: number) => Y.getState(doc.store, client) >= end
  return (
    structs.every(({ id, length }) => isThere(id.client, id.clock + length)) &&
    [...ds.clients].every(([client, deletions]) => deletions.every(({ clock, len }) => isThere(client, clock + len)))
  )
}
