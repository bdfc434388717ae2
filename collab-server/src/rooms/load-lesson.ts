/** Builds a document from the log. The JSON of a lesson is never read back for this: that would duplicate its content. */
import type { LoadedLog } from '@anawim/db'
import { decodeUpdate } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { hasTaken } from '../log/update-frontier.ts'

/** Hears of rows that are not taken. */
interface Alarm {
  error(details: { err?: unknown; row: string }, text: string): void
}

/**
 * Applies all that is stored, as one transaction, and answers the ids of the rows that the document now holds. A row that
 * cannot be applied is left out and an alarm: it stays in the log, for no snapshot may take its place. Throws when the
 * snapshot cannot be read: a lesson without its beginning must never be served, nor merged over what is there.
 */
export function fillDocument(document: Y.Doc, stored: Pick<LoadedLog, 'snapshot' | 'updates'>, log: Alarm): string[] {
  const refused = new Set<string>()
  document.transact(() => {
    if (stored.snapshot) Y.applyUpdate(document, stored.snapshot)
    for (const { id, update } of stored.updates) {
      try {
        Y.applyUpdate(document, update)
      } catch (error) {
        refused.add(id)
        log.error({ err: error, row: id }, 'a row of the log cannot be applied')
      }
    }
  })
  const isParked = document.store.pendingStructs !== null || document.store.pendingDs !== null
  for (const { id, update } of isParked ? stored.updates : []) {
    const decoded = decodeUpdate(update)
    if (refused.has(id) || (decoded && hasTaken(document, decoded))) continue
    refused.add(id)
    log.error({ row: id }, 'a row of the log builds on what is not there')
  }
  return stored.updates.flatMap(({ id }) => (refused.has(id) ? [] : [id]))
}
