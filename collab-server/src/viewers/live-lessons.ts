/** Keeps watched lessons up to date, and sends each new version to all of its watchers as one patch. Versions are made by the reading thread, one at a time a lesson. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@anawim/db'
import type { WatchAnswer } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import type { ViewAnswer } from '../reading/questions.ts'
import { ReaderAwayError, type Reader } from '../reading/reader.ts'
import type { LessonSource } from './lesson-source.ts'
import { Prepared } from './prepared.ts'
import { Spread } from './spread.ts'
import { lessonRoom, type ViewerServer, type ViewerSocket } from './viewer-socket.ts'
import { WatchedLesson } from './watched-lesson.ts'

interface Entry {
  lesson: WatchedLesson
  title: string
  /** What is stored changed: it must be read before the next version. */
  isStale: boolean
  /** The document in memory changed. */
  isDirty: boolean
  /** The thread has seen what is stored, as far as we know. */
  isStoredSeen: boolean
  /** A version is being made. */
  running: Promise<void> | null
  /** The last patch is on its way to the last of its watchers. */
  spreading: Promise<void>
  timer: NodeJS.Timeout | null
  /** When the next version may be made. */
  notBefore: number
  usedAt: number
  /** Changes that were told to us, and how many of them the watchers have. */
  touched: number
  told: number
  forget: NodeJS.Timeout
  /** What readers see, as it is asked for now or was last. */
  whole: { version: string; answer: Promise<Answer | null> } | null
  asked: Map<string, Promise<void>>
}

export interface Answer {
  version: string
  text: Prepared<WatchAnswer>
}

/** A big lesson takes long to read: at most a tenth of the time goes into that. */
const SHARE = 10

export class LiveLessons {
  #io: ViewerServer
  #source: LessonSource
  #reader: Reader
  #config: CollabConfig
  #log: Logger
  #spread: Spread
  #entries = new Map<number, Entry>()

  constructor(io: ViewerServer, source: LessonSource, reader: Reader, config: CollabConfig, log: Logger) {
    this.#io = io
    this.#source = source
    this.#reader = reader
    this.#config = config
    this.#log = log
    this.#spread = new Spread(io, config)
    reader.onBack(() => this.allChanged())
  }

  /**
   * For who holds `version`, or nothing: how it comes to the version that all who watch have, or to what is now when nobody does. To be
   * given to it, and `joined` called, in the turn in which it is answered. Null when there is no such lesson. Throws when the database is away.
   */
  async watch(lessonId: number, version: string | undefined): Promise<Answer | null> {
    for (;;) {
      try {
        return await this.#watch(lessonId, version)
      } catch (error) {
        if (!(error instanceof ReaderAwayError) || this.#reader.isEnded) throw error
        await this.#reader.whenBack()
      }
    }
  }

  /** It has been answered and is among the watchers now: what changed between the two is told. */
  joined(lessonId: number, socket: ViewerSocket, version: string): void {
    const entry = this.#entries.get(lessonId)
    if (!entry) return
    const patch = entry.lesson.patchSince(version)
    if (patch) socket.emit('lesson:patch', patch)
    this.#arm(lessonId, entry)
  }

  /** The document in memory changed. */
  touch(lessonId: number): void {
    const entry = this.#entries.get(lessonId)
    if (!entry) return
    entry.isDirty = true
    entry.touched++
    this.#arm(lessonId, entry)
  }

  /** What is stored of it changed: its title, or, when no editor has it open, its content. */
  storedChanged(lessonId: number): void {
    const entry = this.#entries.get(lessonId)
    if (!entry) return
    entry.isStale = true
    entry.isStoredSeen = false
    this.#arm(lessonId, entry)
  }

  /** Whatever is known may be wrong. */
  allChanged(): void {
    for (const [lessonId, entry] of this.#entries) {
      entry.isDirty = true
      this.storedChanged(lessonId)
    }
  }

  /** Resolves when all who watch have what was touched until now, or after `most` ms. */
  async whenTold(lessonId: number, most: number): Promise<void> {
    const entry = this.#entries.get(lessonId)
    if (!entry || !this.#isWatched(lessonId)) return
    const { touched } = entry
    const until = Date.now() + most
    while (entry.told < touched && Date.now() < until) await delay(15, undefined, { ref: false })
  }

  end(): void {
    for (const { timer, forget } of this.#entries.values()) {
      if (timer) clearTimeout(timer)
      clearTimeout(forget)
    }
    this.#entries.clear()
  }

  async #watch(lessonId: number, version: string | undefined): Promise<Answer | null> {
    const entry = this.#entries.get(lessonId) ?? this.#open(lessonId)
    entry.usedAt = Date.now()
    const isBehind = (entry.isStale || entry.isDirty) && !this.#isWatched(lessonId)
    if (isBehind || entry.lesson.version === '') await this.#advance(lessonId, entry)
    if (entry.lesson.version === '') return null
    if (version !== undefined) {
      if (!entry.lesson.answerSince(version)) await this.#learnSince(lessonId, entry, version)
      const text = entry.lesson.answerSince(version)
      if (text) return { version: entry.lesson.version, text }
    }
    return this.#whole(lessonId, entry)
  }

  #open(lessonId: number): Entry {
    const entry: Entry = {
      lesson: new WatchedLesson(lessonId, this.#config.history),
      title: '',
      isStale: true,
      isDirty: true,
      isStoredSeen: false,
      running: null,
      spreading: Promise.resolve(),
      timer: null,
      notBefore: 0,
      usedAt: Date.now(),
      touched: 0,
      told: 0,
      forget: setTimeout(() => this.#forgetUnused(lessonId, entry), this.#config.forgetMs),
      whole: null,
      asked: new Map(),
    }
    this.#entries.set(lessonId, entry)
    return entry
  }

  /** `version` is none that we made: perhaps it was stored, and read over HTTP. */
  #learnSince(lessonId: number, entry: Entry, version: string): Promise<void> {
    const learning =
      entry.asked.get(version) ?? this.#ask(lessonId, entry, version).finally(() => entry.asked.delete(version))
    entry.asked.set(version, learning)
    return learning
  }

  async #ask(lessonId: number, entry: Entry, version: string): Promise<void> {
    let since = await this.#reader.ask('since', { lessonId, version, stored: null })
    if (!since && !entry.isStoredSeen) {
      entry.isStoredSeen = true
      const stored = await this.#source.stored(lessonId)
      if (stored) since = await this.#reader.ask('since', { lessonId, version, stored })
    }
    if (since) entry.lesson.addEntrance(version, since)
  }

  /** Everything, written once a version. */
  async #whole(lessonId: number, entry: Entry): Promise<Answer | null> {
    const { version } = entry.lesson
    if (entry.whole?.version !== version) entry.whole = { version, answer: this.#readWhole(lessonId) }
    const { whole } = entry
    try {
      const answer = await whole.answer
      if (answer) return answer
    } catch (error) {
      if (entry.whole === whole) entry.whole = null
      throw error
    }
    // A thread that was started again has not seen the lesson yet.
    entry.whole = null
    entry.isDirty = entry.isStale = true
    await this.#advance(lessonId, entry)
    return this.#readWhole(lessonId)
  }

  async #readWhole(lessonId: number): Promise<Answer | null> {
    const view = await this.#reader.ask('viewJson', { lessonId })
    if (!view) return null
    const { version, json } = view
    return { version, text: new Prepared(`{"ok":true,"version":${JSON.stringify(version)},${json}}`) }
  }

  #isWatched(lessonId: number): boolean {
    return this.#audience(lessonId) > 0
  }

  #audience(lessonId: number): number {
    return this.#io.sockets.adapter.rooms.get(lessonRoom(lessonId))?.size ?? 0
  }

  /** Makes a new version when it is time, if there is anything new and anybody to see it. */
  #arm(lessonId: number, entry: Entry): void {
    const isNeeded = (entry.isStale || entry.isDirty) && this.#isWatched(lessonId)
    if (!isNeeded || entry.timer || entry.running) return
    const begin = () => {
      entry.timer = null
      this.#advance(lessonId, entry).catch((error: unknown) => {
        // It comes back by itself, and says so.
        if (error instanceof ReaderAwayError) return
        this.#log.error({ err: error, lessonId }, 'a new version for viewers could not be made; trying again')
      })
    }
    entry.timer = setTimeout(begin, Math.max(0, entry.notBefore - Date.now()))
  }

  #advance(lessonId: number, entry: Entry): Promise<void> {
    entry.running ??= this.#makeVersion(lessonId, entry).finally(() => {
      entry.running = null
      this.#arm(lessonId, entry)
    })
    return entry.running
  }

  async #makeVersion(lessonId: number, entry: Entry): Promise<void> {
    await entry.spreading
    const { isStale, isDirty, touched } = entry
    entry.isStale = entry.isDirty = false
    try {
      if (isStale) await this.#readStored(lessonId, entry)
      const replica = entry.lesson.version === '' ? undefined : this.#source.live(lessonId)
      if (replica) this.#take(entry, await replica.view(entry.title))
      void entry.spreading.then(() => (entry.told = touched))
    } catch (error) {
      entry.isStale ||= isStale
      entry.isDirty ||= isDirty
      entry.notBefore = Date.now() + this.#config.retryMaxMs
      throw error
    }
  }

  /** Begins with what is stored, also when it is open: who read that over HTTP comes with its version. */
  async #readStored(lessonId: number, entry: Entry): Promise<void> {
    if (entry.lesson.version !== '' && this.#source.live(lessonId)) {
      entry.title = (await this.#source.title(lessonId)) ?? entry.title
      return
    }
    const stored = await this.#source.stored(lessonId)
    if (!stored) return
    entry.title = stored.title
    entry.isStoredSeen = true
    this.#take(entry, await this.#reader.ask('view', { lessonId, title: stored.title, source: { json: stored.json } }))
  }

  #take(entry: Entry, answer: ViewAnswer): void {
    const { lesson } = entry
    const patch = lesson.advance(answer)
    if (patch) entry.spreading = this.#spread.send(lesson.lessonId, patch)
    // A very big class is told less often.
    const pause = this.#config.patchMs * Math.max(1, this.#audience(lesson.lessonId) / this.#config.crowd)
    entry.notBefore = Date.now() + Math.max(Math.min(pause, 500), this.#config.patchMs, answer.ms * SHARE)
  }

  #forgetUnused(lessonId: number, entry: Entry): void {
    if (this.#isWatched(lessonId) || Date.now() - entry.usedAt < this.#config.forgetMs) {
      entry.forget = setTimeout(() => this.#forgetUnused(lessonId, entry), this.#config.forgetMs)
      return
    }
    if (entry.timer) clearTimeout(entry.timer)
    if (this.#entries.get(lessonId) !== entry) return
    this.#entries.delete(lessonId)
    this.#reader.tell({ type: 'forget', lessonId })
  }
}
