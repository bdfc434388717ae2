/** What was refused, or set right, is kept for whoever must find out later. A failure here is a line in the log, and no more. */
import type { EditorsDeps } from './editors.ts'

/** Keeps a copy of these bytes of `userId`'s; `code` is why. */
export type Quarantine = (lessonId: number, userId: number | null, code: string, update: Uint8Array) => void

/** Rows that wait for the database at most: who floods must not fill the memory while it is away. */
const MAX_WAITING = 50

export function createQuarantine({ db, config, log }: Pick<EditorsDeps, 'db' | 'config' | 'log'>): Quarantine {
  let waiting = 0
  return (lessonId, userId, code, update) => {
    const size = update.byteLength
    log.warn({ lessonId, userId, code, size }, 'an update goes into quarantine')
    if (waiting >= MAX_WAITING) return
    waiting++
    // The bytes are a view of a frame that goes on to others.
    const kept = size <= config.quarantineBytes ? update.slice() : update
    db.quarantine
      .keep({ lessonId, userId, code, update: kept }, { rows: config.quarantineRows, bytes: config.quarantineBytes })
      .catch((error: unknown) => log.error({ err: error, lessonId, code }, 'an update could not be kept in quarantine'))
      .finally(() => waiting--)
  }
}
