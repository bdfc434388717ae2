/** Builds a document from the log. The JSON of a lesson is never read back for this: that would duplicate its content. */
import type { Logger, UpdateLog } from '@anawim/db'
import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'

type Stored = NonNullable<Awaited<ReturnType<UpdateLog['load']>>>

/** Applies all that is stored, as one transaction. A row that Yjs cannot apply is left out, and an alarm. */
export function fillDocument(document: Document, stored: Stored, log: Logger): void {
  const updates = [...(stored.snapshot ? [{ id: 'snapshot', update: stored.snapshot }] : []), ...stored.updates]
  document.transact(() => {
    for (const { id, update } of updates) {
      try {
        Y.applyUpdate(document, update)
      } catch (error) {
        log.error({ err: error, document: document.name, row: id }, 'a row of the log cannot be applied')
      }
    }
  })
  // Hocuspocus has put all of it up for broadcast. There is nobody yet, and who comes gets it by the first sync.
  document.flush()
}
