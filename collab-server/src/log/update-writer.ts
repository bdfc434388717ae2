/**
 * The one writer of the log, for all lessons: what is queued while a statement is on its way goes with the next one.
 * Nothing is ever dropped: while Postgres is away everything stays queued, and is tried again.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Logger } from '@anawim/db'
import type { CollabConfig } from '../config.ts'
import { mergeRows } from './merge-rows.ts'
import { Pace } from './pace.ts'
import type { QueuedUpdate } from './queued-update.ts'

export interface WriterListener {
  /** A commit fails or is slow: nothing of what is queued is saved, it will be tried again. */
  onRetrying(): void
  /** The database refused this lesson's rows for good (the lesson is no more): they are given up. */
  onRefused(lessonId: number): void
}

export class UpdateWriter {
  #db: Pick<Database, 'updates'>
  #config: CollabConfig
  #log: Logger
  #queue: QueuedUpdate[] = []
  #pending = new Map<number, number>()
  #waiting: (() => void)[] = []
  #isWriting = false
  /** Somebody waits to be told of something that is queued. */
  #isUrgent = false
  /** Until what nobody waits for is written. */
  #gathering: NodeJS.Timeout | null = null
  /** So many of the queue, from its front, are on their way: they stay as they are. */
  #inFlight = 0
  #listeners = new Set<WriterListener>()
  #stopped = false
  #pace: Pace
  isRetrying = false
  /** Since the start: statements that were committed, and rows in them. */
  readonly done = { commits: 0, rows: 0 }

  constructor(db: Pick<Database, 'updates'>, config: CollabConfig, log: Logger) {
    this.#db = db
    this.#config = config
    this.#log = log
    this.#pace = new Pace(config.busyUpdates)
  }

  listen(listener: WriterListener): void {
    this.#listeners.add(listener)
  }

  queue(entry: QueuedUpdate): void {
    this.#queue.push(entry)
    this.#pace.count()
    this.#countPending(entry.lessonId, 1)
    if (this.pendingOf(entry.lessonId) % this.#config.queuedRows === 0) this.#mergeQueued(entry.lessonId)
    if (!entry.canWait) this.#hurry()
    else if (!this.#isWriting) this.#gather()
  }

  /** Updates of this lesson that are not durable yet. */
  pendingOf(lessonId: number): number {
    return this.#pending.get(lessonId) ?? 0
  }

  get pendingCount(): number {
    return this.#queue.length
  }

  /** So many edit that what each of them costs counts for more than a few milliseconds. */
  get isBusy(): boolean {
    return this.#pace.isBusy
  }

  /** Resolves when nothing of this lesson, or of any, waits for its commit. */
  async settled(lessonId?: number): Promise<void> {
    const isSettled = () => (lessonId === undefined ? this.#queue.length === 0 : this.pendingOf(lessonId) === 0)
    if (!isSettled()) this.#hurry()
    while (!isSettled()) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** No more tries after this. What is still queued stays with the editors, who were never told that it is saved. */
  stop(): void {
    this.#stopped = true
    if (this.#gathering) clearTimeout(this.#gathering)
  }

  #hurry(): void {
    this.#isUrgent = true
    if (this.#isWriting) return
    this.#isWriting = true
    if (this.#gathering) clearTimeout(this.#gathering)
    this.#gathering = null
    // Begun when all that has arrived is read: it goes together, and others are shown it first.
    setImmediate(() => void this.#writeAll())
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => this.#hurry(), this.#config.gatherMs)
  }

  async #writeAll(): Promise<void> {
    let pause = this.#config.retryMinMs
    while (this.#queue.length > 0 && !this.#stopped) {
      const batch = this.#nextBatch()
      this.#inFlight = batch.length
      this.#isUrgent = batch.length < this.#queue.length
      try {
        const ids = await this.#append(batch)
        pause = this.#config.retryMinMs
        this.#commit(batch, ids)
        this.#inFlight = 0
        if (this.isBusy) await delay(this.#config.busyCommitMs)
        else if (!this.#isUrgent) break
      } catch (error) {
        if (isRefusal(error) && (await this.#giveUpRefused(batch))) continue
        this.#inFlight = 0
        this.#tellRetrying(error)
        await delay(pause)
        pause = Math.min(pause * 2, this.#config.retryMaxMs)
      }
    }
    this.#inFlight = 0
    this.#isWriting = false
    if (this.#queue.length > 0 && !this.#stopped) this.#gather()
  }

  #nextBatch(): QueuedUpdate[] {
    let bytes = 0
    let rows = 0
    while (
      rows < this.#queue.length &&
      rows < this.#config.batchRows &&
      (rows === 0 || bytes < this.#config.batchBytes)
    ) {
      bytes += this.#queue[rows++]?.update.byteLength ?? 0
    }
    return this.#queue.slice(0, rows)
  }

  /** One statement. A try that hangs is given up and repeated: the log may then hold a row twice, which Yjs ignores. */
  async #append(batch: QueuedUpdate[]): Promise<string[]> {
    const slow = setTimeout(() => this.#tellRetrying(new Error('slow commit')), this.#config.commitSlowMs)
    let timeout: NodeJS.Timeout | undefined
    try {
      const rows = batch.map(({ lessonId, update, authorId, clients }) => ({ lessonId, update, authorId, clients }))
      const appended = this.#db.updates.append(rows)
      const tooLate = new Promise<never>((_, reject) => {
        timeout = setTimeout(() => reject(new Error('commit timed out')), this.#config.commitTimeoutMs)
      })
      return await Promise.race([appended, tooLate])
    } finally {
      clearTimeout(slow)
      clearTimeout(timeout)
    }
  }

  #commit(batch: QueuedUpdate[], ids: string[]): void {
    this.#queue.splice(0, batch.length)
    this.isRetrying = false
    this.done.commits++
    this.done.rows += batch.length
    batch.forEach((entry, index) => {
      this.#countPending(entry.lessonId, -1)
      this.#fenced(() => entry.receipt.committed(ids[index] ?? '0'))
    })
    for (const afterCommit of new Set(batch.map((entry) => entry.afterCommit))) this.#fenced(afterCommit)
    this.#wake()
  }

  #fenced(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#log.error({ err: error }, 'a listener of the log failed')
    }
  }

  #countPending(lessonId: number, change: number): void {
    const left = this.pendingOf(lessonId) + change
    if (left > 0) this.#pending.set(lessonId, left)
    else this.#pending.delete(lessonId)
  }

  /** While the database is away for long: what waits of one lesson takes as much memory as what it says, and no more. */
  #mergeQueued(lessonId: number): void {
    const waiting = this.#queue.filter((entry, place) => place >= this.#inFlight && entry.lessonId === lessonId)
    this.#fenced(() => {
      const merged = mergeRows(waiting)
      const left = new Set(waiting)
      // They take the place of the first: between it and the last there are rows of other lessons only.
      this.#queue = this.#queue.flatMap((entry) => (entry === waiting[0] ? merged : left.has(entry) ? [] : [entry]))
      this.#countPending(lessonId, merged.length - waiting.length)
    })
  }

  /** Rows that Postgres can never take must not hold up those of other lessons: each lesson of the batch is tried alone. */
  async #giveUpRefused(batch: QueuedUpdate[]): Promise<boolean> {
    for (const lessonId of new Set(batch.map((entry) => entry.lessonId))) {
      const rows = new Set(batch.filter((entry) => entry.lessonId === lessonId))
      this.#queue = [...rows, ...this.#queue.filter((entry) => !rows.has(entry))]
      try {
        this.#commit([...rows], await this.#appendOrOrphan([...rows]))
      } catch (error) {
        if (!isRefusal(error)) return false
        this.#drop(lessonId, error)
      }
    }
    return true
  }

  /** Whose account is no more leaves their work behind without a name, as it is with the rows that they wrote before. */
  async #appendOrOrphan(rows: QueuedUpdate[]): Promise<string[]> {
    try {
      return await this.#append(rows)
    } catch (error) {
      if (!isRefusal(error)) throw error
      return this.#append(rows.map((entry) => ({ ...entry, authorId: null })))
    }
  }

  #drop(lessonId: number, error: unknown): void {
    this.#log.error({ err: error, lessonId }, 'the database refused updates of this lesson for good')
    this.#queue = this.#queue.filter((entry) => entry.lessonId !== lessonId)
    this.#pending.delete(lessonId)
    for (const listener of this.#listeners) this.#fenced(() => listener.onRefused(lessonId))
    this.#wake()
  }

  #tellRetrying(error: unknown): void {
    if (this.isRetrying) return
    this.isRetrying = true
    this.#log.warn({ err: error, pending: this.#queue.length }, 'updates cannot be committed now; trying again')
    for (const listener of this.#listeners) this.#fenced(() => listener.onRetrying())
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

/** Integrity and data errors (SQLSTATE classes 22 and 23) fail the same way at every try. */
function isRefusal(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^(22|23)[0-9A-Z]{3}$/.test(code)
}
