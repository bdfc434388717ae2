/**
 * What reads open lessons reads copies of them, on a thread of its own: no editor waits for a projection, a snapshot or a class that comes in. The thread can die
 * or hang at any time; it is started again, and every copy is made anew when it is next needed. Nothing durable depends on it.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from '@anawim/db'
import type { CollabConfig } from '../config.ts'
import type { FromReader, QuestionName, Questions, ToReader } from './questions.ts'

/** The reading thread is away, or went away with the question: ask again. */
export class ReaderAwayError extends Error {
  override name = 'ReaderAwayError'
}

interface Asked {
  resolve: (answer: never) => void
  reject: (error: Error) => void
}

export class Reader {
  /** Which thread is running, or will: what an earlier one knew is gone. */
  epoch = 1
  #config: CollabConfig
  #log: Logger
  #worker: Worker | null = null
  #asked = new Map<number, Asked>()
  /** Runs while something is asked, from the last sign of life: many questions behind each other are no hanging. */
  #deadline: NodeJS.Timeout | null = null
  #lastNumber = 0
  #pause: number
  #waiting: (() => void)[] = []
  #listeners = new Set<() => void>()
  #isAway = false
  #isEnded = false

  constructor(config: CollabConfig, log: Logger) {
    this.#config = config
    this.#log = log
    this.#pause = config.retryMinMs
  }

  /** A number that nobody has, for a copy or a question. */
  nextNumber(): number {
    return ++this.#lastNumber
  }

  /** `before` is told first. Throws ReaderAwayError, or an Error that says what is wrong with that lesson. */
  ask<Name extends QuestionName>(
    name: Name,
    question: Questions[Name]['ask'],
    before: ToReader[] = [],
  ): Promise<Questions[Name]['answer']> {
    const worker = this.#running()
    if (!worker) return Promise.reject(new ReaderAwayError('the reading thread is away'))
    const id = this.nextNumber()
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.#deadline ??= this.#watch(worker)
      worker.postMessage([...before, { type: 'ask', id, name, question }])
    })
  }

  /** Nothing when the thread is away. */
  tell(...messages: ToReader[]): void {
    this.#running()?.postMessage(messages)
  }

  /** Resolves when the thread runs, or when it never will again. */
  async whenBack(): Promise<void> {
    if (this.#isAway && !this.#isEnded) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** `listener` is called when a new thread runs in the place of one that ended: it knows nothing. */
  onBack(listener: () => void): void {
    this.#listeners.add(listener)
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  async end(): Promise<void> {
    this.#isEnded = true
    this.#wake()
    await this.#worker?.terminate()
  }

  /** It starts with the first lesson that is opened. */
  #running(): Worker | null {
    if (!this.#worker && !this.#isAway && !this.#isEnded) this.#start()
    return this.#worker
  }

  #start(): void {
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), { name: 'reading' })
    const startedAt = Date.now()
    this.#worker = worker
    worker.on('message', (message: FromReader) => this.#take(message))
    worker.on('error', (error) => this.#log.error({ err: error }, 'the reading thread failed'))
    worker.on('messageerror', (error) => this.#log.error({ err: error }, 'an answer of the reading thread was lost'))
    worker.once('exit', () => {
      if (Date.now() - startedAt > this.#config.readerMs) this.#pause = this.#config.retryMinMs
      void this.#startAgain()
    })
    worker.unref()
    this.#wake()
  }

  async #startAgain(): Promise<void> {
    this.#worker = null
    this.#isAway = true
    this.epoch++
    for (const { reject } of this.#asked.values()) reject(new ReaderAwayError('the reading thread ended'))
    this.#asked.clear()
    this.#unwatch()
    if (this.#isEnded) return
    this.#log.error('the reading thread ended; starting it again')
    await delay(this.#pause, undefined, { ref: false })
    this.#pause = Math.min(this.#pause * 2, this.#config.retryMaxMs)
    this.#isAway = false
    if (this.#isEnded) return
    this.#start()
    for (const listener of this.#listeners) listener()
  }

  #take(message: FromReader): void {
    const asked = this.#asked.get(message.id)
    if (!asked) return
    this.#asked.delete(message.id)
    if (this.#asked.size === 0) this.#unwatch()
    else this.#deadline?.refresh()
    if ('error' in message) asked.reject(new Error(message.error))
    else asked.resolve(message.answer as never)
  }

  #watch(worker: Worker): NodeJS.Timeout {
    const hangs = () => {
      this.#log.error({ waiting: this.#asked.size }, 'the reading thread hangs')
      void worker.terminate()
    }
    return setTimeout(hangs, this.#config.readerMs).unref()
  }

  #unwatch(): void {
    if (this.#deadline) clearTimeout(this.#deadline)
    this.#deadline = null
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
