/** Merges the rows of an open lesson's log into its snapshot: exactly the rows that the snapshot holds. */
import { CompactionConflictError } from '@anawim/db'
import type { Replica } from '../reading/replica.ts'
import type { LessonRoom } from './lesson-room.ts'
import type { ProjectionDeps } from './room-projection.ts'

export class Compaction {
  #deps: ProjectionDeps
  #room: LessonRoom
  #replica: Replica
  #running: Promise<void> | null = null
  #isOutdated = false

  constructor(deps: ProjectionDeps, room: LessonRoom, replica: Replica) {
    this.#deps = deps
    this.#room = room
    this.#replica = replica
  }

  /** When the log has grown long. */
  runIfLong(): void {
    if (this.#room.log.rowIds.length > this.#deps.config.compactRows) void this.run()
  }

  /** Never rejects: rows that stay are merged another time. */
  run(): Promise<void> {
    if (this.#isOutdated || this.#room.log.rowIds.length === 0 || !this.#deps.isLeader()) return Promise.resolve()
    this.#running ??= this.#compact().then((isDone) => {
      this.#running = null
      // It may have grown long again in the meantime, and nobody need edit it any more.
      if (isDone) this.runIfLong()
    })
    return this.#running
  }

  /** Answers whether rows were merged. */
  async #compact(): Promise<boolean> {
    const { log: room, lessonId } = this.#room
    try {
      // Asked and positioned in one turn: the snapshot holds exactly the log up to here.
      const asked = this.#replica.snapshot()
      const { bytes } = this.#room
      // What is encoded but not durable must not be: a snapshot never runs ahead of the log.
      const [{ state, packed }, lastId] = await Promise.all([asked, room.whenCommitted(room.position)])
      if (!this.#deps.isLeader()) return false
      const mergedIds = room.rowIds.slice(0, rowsUpTo(room.rowIds, lastId))
      const { baseId } = this.#room
      await this.#deps.db.updates.compact(lessonId, { mergedIds, snapshot: state, packed, lastId, baseId })
      room.rowIds = room.rowIds.slice(mergedIds.length)
      this.#room.baseId = lastId
      this.#room.bytes += state.byteLength - bytes
      return mergedIds.length > 0
    } catch (error) {
      // Somebody else's snapshot stands there, or ours after all, whose commit we did not hear of. It is good, and so are the
      // rows after it; only we cannot say any more what is in it, until the lesson is loaded anew.
      this.#isOutdated = error instanceof CompactionConflictError
      this.#deps.log.error({ err: error, lessonId }, 'the log of a lesson could not be compacted')
      return false
    }
  }
}

/** How many of these rows (in the order in which they were applied) end with that one. */
function rowsUpTo(rowIds: string[], lastId: string): number {
  return rowIds.lastIndexOf(lastId) + 1
}
