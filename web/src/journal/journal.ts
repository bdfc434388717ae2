import { newId } from '@anawim/lesson'
import {
  dropEdits,
  findEdits,
  type FoundEdits,
  keepEdits,
  type KeptEdits,
  markRefused,
  openEditStore,
  takeOverEdits,
} from './edit-store.ts'
import { isSharedDevice, onSharedDevice } from './shared-device.ts'
import { answerFor, livingTabs } from './tabs.ts'

/** Milliseconds between clearings: an edit that stays a little longer than needed is found to be there already. */
const CLEAR_INTERVAL = 500
/** Milliseconds until what could not be kept is tried again. */
const RETRY_INTERVAL = 5_000

interface Waiting {
  edit: number
  update: Uint8Array
}

/** The unsaved edits of one open lesson. Works on without, and says so, where the browser keeps nothing. */
export class Journal {
  readonly #about: Pick<KeptEdits, 'userId' | 'lessonId' | 'title' | 'schemaVersion'>
  readonly #tab = newId()
  /** Not yet handed to the browser. */
  #waiting: Waiting[] = []
  /** In the store, with the number of the newest edit in it. */
  #kept: { key: number; edit: number }[] = []
  #saved = 0
  #isFailing = false
  #isClosed = false
  #willWrite = false
  /** Handed to the browser, and not answered yet. */
  readonly #writing = new Set<Promise<void>>()
  #clearing: ReturnType<typeof setTimeout> | undefined
  #retrying: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[]

  constructor(about: Pick<KeptEdits, 'userId' | 'lessonId' | 'title' | 'schemaVersion'>) {
    this.#about = about
    this.#stops = [
      answerFor(this.#tab, (userId) => userId === about.userId && this.#stop()),
      onSharedDevice(() => this.#obeyDevice()),
    ]
    openEditStore().catch(() => this.#fail())
  }

  /** Would what is written now survive a reload? */
  readonly isKeeping = (): boolean => !this.#isFailing && !this.#isClosed && !isSharedDevice()

  /** Called when `isKeeping` may have changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What tabs that are gone have left of this lesson: this one answers for it from now on. Empty where nothing can be kept. */
  async takeOver(): Promise<FoundEdits[]> {
    const { userId, lessonId } = this.#about
    try {
      if ((await findEdits(userId, lessonId)).length === 0) return []
      const living = await livingTabs()
      return await takeOverEdits(userId, lessonId, this.#tab, new Set([...living].filter((tab) => tab !== this.#tab)))
    } catch {
      return []
    }
  }

  /** What was taken over is safe when edit number `edit` is. */
  adopt(keys: readonly number[], edit: number): void {
    this.#kept.push(...keys.map((key) => ({ key, edit })))
    this.#clearLater()
  }

  /** Keeps one edit; together with all others of this moment. */
  keep(edit: number, update: Uint8Array): void {
    if (this.#isClosed || isSharedDevice()) return
    this.#waiting.push({ edit, update })
    if (this.#willWrite) return
    this.#willWrite = true
    queueMicrotask(() => this.#write())
  }

  /** The first `edit` edits are durable on the server. */
  savedUpTo(edit: number): void {
    if (edit <= this.#saved) return
    this.#saved = edit
    this.#waiting = this.#waiting.filter((waiting) => waiting.edit > edit)
    this.#clearLater()
  }

  /** The server will not have what is not saved: it is not sent again. Resolves with the keys under which it is kept. */
  async setAside(): Promise<number[]> {
    this.#write()
    await Promise.all(this.#writing)
    const keys = this.#kept.filter(({ edit }) => edit > this.#saved).map(({ key }) => key)
    this.#kept = []
    this.#waiting = []
    await markRefused(keys).catch(() => undefined)
    return keys
  }

  close(): void {
    this.#write()
    this.#stop()
    for (const stop of this.#stops) stop()
  }

  #write(): void {
    this.#willWrite = false
    const written = this.#waiting
    const last = written.at(-1)
    if (!last || this.#isClosed) return
    this.#waiting = []
    const edits = { ...this.#about, tab: this.#tab, at: Date.now(), updates: written.map(({ update }) => update) }
    const writing = keepEdits(edits).then(
      (key) => {
        this.#kept.push({ key, edit: last.edit })
        if (this.#isFailing) this.#become(false)
        if (last.edit <= this.#saved) this.#clearLater()
      },
      () => {
        // What follows builds on it: it goes with the next, or alone a little later.
        this.#waiting = [...written.filter(({ edit }) => edit > this.#saved), ...this.#waiting]
        this.#fail()
      },
    )
    this.#writing.add(writing)
    void writing.finally(() => this.#writing.delete(writing))
  }

  #fail(): void {
    this.#become(true)
    this.#retrying ??= setTimeout(() => {
      this.#retrying = undefined
      this.#write()
    }, RETRY_INTERVAL)
  }

  #become(isFailing: boolean): void {
    if (this.#isFailing === isFailing) return
    this.#isFailing = isFailing
    for (const listener of this.#listeners) listener()
  }

  #clearLater(): void {
    this.#clearing ??= setTimeout(() => {
      this.#clearing = undefined
      void this.#clear()
    }, CLEAR_INTERVAL)
  }

  async #clear(): Promise<void> {
    const safe = this.#kept.filter(({ edit }) => edit <= this.#saved)
    if (safe.length === 0) return
    this.#kept = this.#kept.filter(({ edit }) => edit > this.#saved)
    // What stays is found to be on the server already when it is next looked at.
    await dropEdits(safe.map(({ key }) => key)).catch(() => undefined)
  }

  /** Many people use this device from now on: what was kept goes. */
  #obeyDevice(): void {
    if (isSharedDevice()) {
      void dropEdits(this.#kept.map(({ key }) => key)).catch(() => undefined)
      this.#kept = []
      this.#waiting = []
    }
    for (const listener of this.#listeners) listener()
  }

  #stop(): void {
    this.#isClosed = true
    this.#waiting = []
    clearTimeout(this.#retrying)
    clearTimeout(this.#clearing)
    void this.#clear()
  }
}
