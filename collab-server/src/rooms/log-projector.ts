/**
 * Writes the JSON of lessons that nobody has open, from their log: at start for every lesson whose log is newer than its
 * JSON, and for those that were closed before theirs could be written.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { UpdateWriter } from '../log/update-writer.ts'
import type { ProjectionDeps } from './room-projection.ts'

export class LogProjector {
  #deps: ProjectionDeps
  #writer: UpdateWriter
  #hasRoomWrite: (lessonId: number) => boolean
  #waiting = new Set<number>()
  #running: Promise<void> | null = null
  #isEnded = false

  /** `hasRoomWrite` hands a lesson over to its room; false when it has none. */
  constructor(deps: ProjectionDeps, writer: UpdateWriter, hasRoomWrite: (lessonId: number) => boolean) {
    this.#deps = deps
    this.#writer = writer
    this.#hasRoomWrite = hasRoomWrite
  }

  /** Finds what a stopped or killed server left unwritten. Throws when the database is away. */
  async start(): Promise<void> {
    for (const lessonId of await this.#deps.db.lessons.needingProjection()) this.#waiting.add(lessonId)
    this.#begin()
  }

  /** The same, as soon as the database answers. */
  async startAgain(): Promise<void> {
    while (!this.#isEnded) {
      try {
        return await this.start()
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'what is not written cannot be found now; trying again')
        await delay(this.#deps.config.retryMaxMs)
      }
    }
  }

  later(lessonId: number): void {
    this.#waiting.add(lessonId)
    this.#begin()
  }

  /** Resolves when none is waiting. */
  async finished(): Promise<void> {
    await this.#running
  }

  end(): void {
    this.#isEnded = true
  }

  #begin(): void {
    this.#running ??= this.#runAll().finally(() => (this.#running = null))
  }

  async #runAll(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#isEnded) {
      for (const lessonId of new Set(this.#waiting)) {
        if (this.#isEnded) return
        if (await this.#project(lessonId)) this.#waiting.delete(lessonId)
      }
      if (this.#waiting.size > 0) await delay(this.#deps.config.retryMaxMs)
    }
  }

  async #project(lessonId: number): Promise<boolean> {
    const { db, log, reader, isLeader } = this.#deps
    try {
      if (!isLeader()) return false
      await this.#writer.settled(lessonId)
      const stored = await db.updates.load(lessonId)
      // Whoever opened it meanwhile knows more, and writes it.
      if (!stored || this.#hasRoomWrite(lessonId)) return true
      const { snapshot, updates, lastId } = stored
      const { json, problems } = await reader.ask('project', { snapshot, updates })
      for (const problem of problems) log.error({ lessonId }, problem)
      await db.lessons.writeProjection(lessonId, json, lastId)
      return true
    } catch (error) {
      log.error({ err: error, lessonId }, 'the JSON of a lesson could not be written from its log; trying again')
      return false
    }
  }
}
