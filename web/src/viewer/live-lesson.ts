/**
 * A lesson as a reader sees it, kept up to date: its content comes once over HTTP (compressed, shared by the whole class),
 * and what changes after that over the viewers' socket. Knows neither React nor how a page is drawn.
 */
import {
  applyChanges,
  ChangeError,
  type ErrorBody,
  type ErrorCode,
  type ReaderView,
  type ServerToViewer,
  type ViewerToServer,
  type WatchAnswer,
} from '@anawim/lesson'
import type { Socket } from 'socket.io-client'

export type ViewerSocket = Socket<ServerToViewer, ViewerToServer>

export interface LiveState {
  /** `loading` until there is something to show; `waiting` while the connection is away; `ended` when one may not (any more). */
  status: 'loading' | 'live' | 'waiting' | 'ended'
  view: ReaderView | null
  /** Why it ended. */
  reason: ErrorCode | null
}

export interface Snapshot {
  version: string
  view: ReaderView
}

export class LiveLesson {
  #state: LiveState = { status: 'loading', view: null, reason: null }
  #version: string | null = null
  /** Patches may come between the answer's making and its arrival: none counts before the answer. */
  #isWatching = false
  #listeners = new Set<() => void>()
  readonly #lessonId: number
  readonly #socket: ViewerSocket
  readonly #fetchSnapshot: (lessonId: number) => Promise<Snapshot>

  constructor(lessonId: number, socket: ViewerSocket, fetchSnapshot: (lessonId: number) => Promise<Snapshot>) {
    this.#lessonId = lessonId
    this.#socket = socket
    this.#fetchSnapshot = fetchSnapshot
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  state = (): LiveState => this.#state

  /** Begins; the returned function ends it. */
  start(): () => void {
    const onConnect = () => this.#watch()
    const onDisconnect = () => {
      this.#isWatching = false
      // What was kept on the device shows before there is any connection, too.
      if (this.#state.status === 'live' || this.#state.view) this.#set({ status: 'waiting' })
    }
    const onPatch: ServerToViewer['lesson:patch'] = (patch) => {
      if (patch.lessonId !== this.#lessonId || !this.#isWatching) return
      if (patch.from !== this.#version) return this.#watch()
      this.#apply(patch.to, patch.changes)
    }
    const onGone: ServerToViewer['lesson:gone'] = (gone) => {
      if (gone.lessonId === this.#lessonId) this.#end(gone.error)
    }
    this.#socket.on('connect', onConnect)
    this.#socket.on('disconnect', onDisconnect)
    this.#socket.on('connect_error', onDisconnect)
    this.#socket.on('lesson:patch', onPatch)
    this.#socket.on('lesson:gone', onGone)
    void this.#load()
    return () => {
      this.#socket.off('connect', onConnect)
      this.#socket.off('disconnect', onDisconnect)
      this.#socket.off('connect_error', onDisconnect)
      this.#socket.off('lesson:patch', onPatch)
      this.#socket.off('lesson:gone', onGone)
      if (this.#socket.connected) this.#socket.emit('lesson:unwatch', { lessonId: this.#lessonId })
    }
  }

  async #load(): Promise<void> {
    try {
      const { version, view } = await this.#fetchSnapshot(this.#lessonId)
      this.#version = version
      this.#set({ view })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? (error.code as ErrorCode) : 'unavailable'
      if (code === 'not_found' || code === 'forbidden') return this.#end({ code })
      // Whatever else it was, the socket brings the content as soon as there is a connection.
    }
    if (this.#socket.connected) this.#watch()
  }

  #watch(): void {
    this.#isWatching = false
    const request = { lessonId: this.#lessonId, ...(this.#version === null ? {} : { version: this.#version }) }
    this.#socket.emit('lesson:watch', request, (answer: WatchAnswer) => {
      if (!answer.ok) {
        // `invalid` and its like would come again and again; what may pass is asked for at the next connection.
        if (answer.error.code !== 'unavailable') this.#end(answer.error)
        return
      }
      this.#isWatching = true
      if ('content' in answer) {
        this.#version = answer.version
        this.#set({ status: 'live', view: { title: answer.title, content: answer.content } })
      } else {
        this.#apply(answer.version, answer.changes)
      }
    })
  }

  #apply(version: string, changes: Parameters<typeof applyChanges>[1]): void {
    try {
      const view = this.#state.view && applyChanges(this.#state.view, changes)
      this.#version = version
      this.#set({ status: 'live', view })
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error
      this.#version = null
      this.#watch()
    }
  }

  #end(error: Pick<ErrorBody, 'code'>): void {
    this.#isWatching = false
    this.#version = null
    this.#set({ status: 'ended', view: null, reason: error.code })
  }

  #set(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
