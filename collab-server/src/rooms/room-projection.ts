/** Writes the JSON of an open lesson after each burst of edits, outside the path of acknowledgement. */
import type { Database, Logger } from '@anawim/db'
import { readContent } from '@anawim/lesson/doc'
import type { CollabConfig } from '../config.ts'
import type { LessonRoom } from './lesson-room.ts'

export interface ProjectionDeps {
  db: Pick<Database, 'lessons' | 'updates'>
  config: CollabConfig
  log: Logger
  /** Only who holds the collab lock writes what is derived from the log: never two. */
  isLeader: () => boolean
}

export class RoomProjection {
  #deps: ProjectionDeps
  #room: LessonRoom
  #dirtySince: number | null = null
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #isEnded = false
  #handOver: () => void

  /** `handOver` is called when the room was closed before its JSON could be written. */
  constructor(deps: ProjectionDeps, room: LessonRoom, handOver: () => void) {
    this.#deps = deps
    this.#room = room
    this.#handOver = handOver
  }

  get isDirty(): boolean {
    return this.#dirtySince !== null
  }

  /** The document changed. */
  touch(): void {
    const { projectionMs, projectionMaxMs } = this.#deps.config
    this.#dirtySince ??= Date.now()
    this.#wait(Math.min(projectionMs, Math.max(0, this.#dirtySince + projectionMaxMs - Date.now())))
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
    this.#timer = setTimeout(() => void this.flush(), ms)
  }

  #run(): Promise<void> {
    this.#running ??= this.#write().finally(() => (this.#running = null))
    return this.#running
  }

  async #write(): Promise<void> {
    const { db, config, log, isLeader } = this.#deps
    const dirtySince = this.#dirtySince
    try {
      if (!isLeader()) throw new Error('another collab server may be writing')
      // Read and positioned in one turn, written when that is durable: the JSON never shows what a crash could lose.
      const content = readContent(this.#room.document)
      const position = this.#room.log.position
      this.#dirtySince = null
      await db.lessons.writeProjection(this.#room.lessonId, content, await this.#room.log.whenCommitted(position))
    } catch (error) {
      log.error(
        { err: error, lessonId: this.#room.lessonId },
        'the JSON of a lesson could not be written; trying again',
      )
      this.#dirtySince ??= dirtySince ?? Date.now()
      if (this.#isEnded) this.#handOver()
      else this.#wait(config.retryMaxMs)
    }
  }
}
