/** Writes the JSON of an open lesson after each burst of edits, outside the path of acknowledgement. */
import type { Database, Logger } from '@anawim/db'
import type { CollabConfig } from '../config.ts'
import { ReaderAwayError, type Reader } from '../reading/reader.ts'
import type { Replica } from '../reading/replica.ts'
import type { LessonRoom } from './lesson-room.ts'

export interface ProjectionDeps {
  db: Pick<Database, 'lessons' | 'updates'>
  config: CollabConfig
  log: Logger
  reader: Reader
  /** Only who holds the collab lock writes what is derived from the log: never two. */
  isLeader: () => boolean
}

export class RoomProjection {
  #deps: ProjectionDeps
  #room: LessonRoom
  #replica: Replica
  #dirtySince: number | null = null
  #touchedAt = 0
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #isEnded = false
  #handOver: () => void

  /** `handOver` is called when the room was closed before its JSON could be written. */
  constructor(deps: ProjectionDeps, room: LessonRoom, replica: Replica, handOver: () => void) {
    this.#deps = deps
    this.#room = room
    this.#replica = replica
    this.#handOver = handOver
  }

  get isDirty(): boolean {
    return this.#dirtySince !== null
  }

  /** The document changed. Written when it has been quiet for a while, or has been changing for long. */
  touch(): void {
    this.#touchedAt = Date.now()
    this.#dirtySince ??= this.#touchedAt
    // The one that runs looks for itself when it was last touched: a timer for every edit would cost more than the edit's place in the log.
    if (!this.#timer) this.#wait(this.#deps.config.projectionMs)
  }

  /** Writes at once what is not written. Never rejects: see `isDirty` for whether it worked. */
  async flush(): Promise<void> {
    await this.#running
    if (this.isDirty) await this.#run()
  }

  end(): void {
    this.#isEnded = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  #wait(ms: number): void {
    if (this.#isEnded) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      const { projectionMs, projectionMaxMs, busyProjectionMs } = this.#deps.config
      const now = Date.now()
      const quietIn = this.#touchedAt + projectionMs - now
      const lateIn = (this.#dirtySince ?? now) + (this.#room.log.isBusy ? busyProjectionMs : projectionMaxMs) - now
      if (quietIn > 0 && lateIn > 0) this.#wait(Math.min(quietIn, lateIn))
      else void this.flush()
    }, ms)
  }

  #run(): Promise<void> {
    this.#running ??= this.#write().finally(() => (this.#running = null))
    return this.#running
  }

  async #write(): Promise<void> {
    const { db, config, log, isLeader } = this.#deps
    const { lessonId, log: lessonLog } = this.#room
    const dirtySince = this.#dirtySince
    try {
      if (!isLeader()) throw new Error('another collab server may be writing')
      // Asked and positioned in one turn, written when that is durable: the JSON never shows what a crash could lose.
      const position = lessonLog.position
      const asked = this.#replica.content()
      this.#dirtySince = null
      const [json, rowId] = await Promise.all([asked, lessonLog.whenCommitted(position)])
      await db.lessons.writeProjection(lessonId, json, rowId)
    } catch (error) {
      log.error({ err: error, lessonId }, 'the JSON of a lesson could not be written; trying again')
      this.#dirtySince ??= dirtySince ?? Date.now()
      if (this.#isEnded) this.#handOver()
      else this.#wait(error instanceof ReaderAwayError ? config.retryMinMs : config.retryMaxMs)
    }
  }
}
