/** Keeps watched lessons up to date, and sends each new version to all of its watchers as one patch. */
import type { Logger } from '@anawim/db'
import { makeChanges } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import type { LessonSource } from './lesson-source.ts'
import { lessonRoom, type ViewerServer } from './viewer-socket.ts'
import { WatchedLesson, type Patch } from './watched-lesson.ts'

interface Entry {
  lesson: WatchedLesson
  timer: NodeJS.Timeout | null
  /** When the next version may be made. */
  notBefore: number
  forget: NodeJS.Timeout | null
  /** What is stored changed: it must be read before the next version. */
  isStale: boolean
  reading: Promise<void> | null
  /** It changed while nobody was told. */
  hasMissed: boolean
}

/** A big lesson takes long to read: at most a tenth of the time goes into that. */
const SHARE = 10

export class LiveLessons {
  #io: ViewerServer
  #source: LessonSource
  #config: CollabConfig
  #log: Logger
  #entries = new Map<number, Entry>()
  #opening = new Map<number, Promise<Entry | null>>()

  constructor(io: ViewerServer, source: LessonSource, config: CollabConfig, log: Logger) {
    this.#io = io
    this.#source = source
    this.#config = config
    this.#log = log
  }

  /** The lesson as it is now, with its patches sent up to this version; null when there is none. Throws when the database is away. */
  async watch(lessonId: number): Promise<WatchedLesson | null> {
    const entry = this.#entries.get(lessonId) ?? (await this.#open(lessonId))
    if (!entry) return null
    if (entry.isStale) await this.#read(lessonId, entry)
    else this.#advance(lessonId, entry)
    this.#keepWhileWatched(lessonId, entry)
    return entry.lesson
  }

  /** From a version that only what is stored has: readers got it over HTTP, when nobody watched yet. */
  async changesSinceStored(lessonId: number, version: string): Promise<Patch | null> {
    const stored = await this.#source.stored(lessonId)
    const entry = this.#entries.get(lessonId)
    if (!stored || !entry) return null
    const known = new WatchedLesson(stored.title, stored.content, 0)
    if (known.version !== version) return null
    const { view, version: to } = entry.lesson
    return { from: version, to, changes: makeChanges(known.view, view) }
  }

  /** The document in memory changed. */
  touch(lessonId: number): void {
    const entry = this.#entries.get(lessonId)
    if (!entry || entry.timer) return
    if (!this.#isWatched(lessonId)) {
      entry.hasMissed = true
      return
    }
    entry.timer = setTimeout(
      () => {
        entry.timer = null
        this.#refresh(lessonId, entry)
      },
      Math.max(0, entry.notBefore - Date.now()),
    )
  }

  /** Somebody has been answered and is among the watchers now: what changed between the two is told. */
  joined(lessonId: number): void {
    if (this.#entries.get(lessonId)?.hasMissed) this.touch(lessonId)
  }

  /** What is stored of it changed: its title, or, when no editor has it open, its content. */
  storedChanged(lessonId: number): void {
    const entry = this.#entries.get(lessonId)
    if (!entry) return
    entry.isStale = true
    this.touch(lessonId)
  }

  /** Whatever is stored may have changed. */
  allChanged(): void {
    for (const lessonId of this.#entries.keys()) this.storedChanged(lessonId)
  }

  end(): void {
    for (const { timer, forget } of this.#entries.values()) {
      if (timer) clearTimeout(timer)
      if (forget) clearTimeout(forget)
    }
    this.#entries.clear()
  }

  #isWatched(lessonId: number): boolean {
    return (this.#io.sockets.adapter.rooms.get(lessonRoom(lessonId))?.size ?? 0) > 0
  }

  #open(lessonId: number): Promise<Entry | null> {
    const opening =
      this.#opening.get(lessonId) ?? this.#openAnew(lessonId).finally(() => this.#opening.delete(lessonId))
    this.#opening.set(lessonId, opening)
    return opening
  }

  async #openAnew(lessonId: number): Promise<Entry | null> {
    const stored = await this.#source.stored(lessonId)
    if (!stored) return null
    const lesson = new WatchedLesson(stored.title, stored.content, this.#config.history)
    const entry: Entry = {
      lesson,
      timer: null,
      notBefore: 0,
      forget: null,
      isStale: false,
      reading: null,
      hasMissed: false,
    }
    this.#entries.set(lessonId, entry)
    return entry
  }

  #refresh(lessonId: number, entry: Entry): void {
    try {
      if (!entry.isStale) return this.#advance(lessonId, entry)
      this.#read(lessonId, entry).catch((error: unknown) => {
        this.#log.warn({ err: error, lessonId }, 'a watched lesson could not be read; trying again')
        entry.notBefore = Date.now() + this.#config.retryMaxMs
        this.touch(lessonId)
      })
    } catch (error) {
      this.#log.error({ err: error, lessonId }, 'a new version for viewers could not be made')
    }
  }

  /** One at a time, so that an older answer never comes after a newer one. */
  #read(lessonId: number, entry: Entry): Promise<void> {
    entry.reading ??= this.#readStored(lessonId, entry).finally(() => (entry.reading = null))
    return entry.reading
  }

  async #readStored(lessonId: number, entry: Entry): Promise<void> {
    while (entry.isStale) {
      entry.isStale = false
      try {
        const stored = await this.#source.stored(lessonId)
        if (stored) this.#advance(lessonId, entry, stored)
      } catch (error) {
        entry.isStale = true
        throw error
      }
    }
  }

  #advance(lessonId: number, entry: Entry, stored?: Awaited<ReturnType<LessonSource['stored']>>): void {
    const startedAt = performance.now()
    const { lesson } = entry
    entry.hasMissed = false
    const content = this.#source.live(lessonId) ?? stored?.content
    const patch = lesson.advance(stored?.title ?? lesson.view.title, content ?? lesson.view.content)
    if (patch) this.#io.to(lessonRoom(lessonId)).emit('lesson:patch', { lessonId, ...patch })
    entry.notBefore = Date.now() + Math.max(this.#config.patchMs, (performance.now() - startedAt) * SHARE)
  }

  #keepWhileWatched(lessonId: number, entry: Entry): void {
    if (entry.forget) clearTimeout(entry.forget)
    entry.forget = setTimeout(() => {
      if (this.#isWatched(lessonId)) return this.#keepWhileWatched(lessonId, entry)
      if (entry.timer) clearTimeout(entry.timer)
      this.#entries.delete(lessonId)
    }, this.#config.forgetMs)
  }
}
