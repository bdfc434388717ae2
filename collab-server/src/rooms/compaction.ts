/** Merges the rows of an open lesson's log into its snapshot: exactly the rows that the snapshot holds. */
import { CompactionConflictError } from '@anawim/db'
import * as Y from 'yjs'
import type { LessonRoom } from './lesson-room.ts'
import type { ProjectionDeps } from './room-projection.ts'

export class Compaction {
  #deps: ProjectionDeps
  #room: LessonRoom
  #running: Promise<void> | null = null
  #isOutdated = false

  constructor(deps: ProjectionDeps, room: LessonRoom) {
    this.#deps = deps
    this.#room = room
  }

  /** When the log has grown long. */
  runIfLong(): void {
    if (this.#room.log.rowIds.length > this.#deps.config.compactRows) void this.run()
  }

  /** Never rejects: rows that stay are merged another time. */
  run(): Promise<void> {
    if (this.#isOutdated || this.#room.log.rowIds.length === 0 || !this.#deps.isLeader()) return Promise.resolve()
    this.#running ??= this.#compact().finally(() => (this.#running = null))
    return this.#running
  }

  async #compact(): Promise<void> {
    const { log: room, document, lessonId } = this.#room
    try {
      const snapshot = Y.encodeStateAsUpdate(document)
      // What is encoded but not durable must not be: a snapshot never runs ahead of the log.
      const lastId = await room.whenCommitted(room.position)
      const mergedIds = room.rowIds.slice(0, rowsUpTo(room.rowIds, lastId))
      await this.#deps.db.updates.compact(lessonId, { mergedIds, snapshot, lastId, baseId: this.#room.baseId })
      room.rowIds = room.rowIds.slice(mergedIds.length)
      this.#room.baseId = lastId
    } catch (error) {
      // Somebody else's snapshot stands there, or ours after all, whose commit we did not hear of. It is good, and so are the
      // rows after it; only we cannot say any more what is in it, until the lesson is loaded anew.
      this.#isOutdated = error instanceof CompactionConflictError
      this.#deps.log.error({ err: error, lessonId }, 'the log of a lesson could not be compacted')
    }
  }
}

/** How many of these rows (in the order in which they were applied) end with that one. */
function rowsUpTo(rowIds: string[], lastId: string): number {
  return rowIds.lastIndexOf(lastId) + 1
}
