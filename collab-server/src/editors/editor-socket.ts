/**
 * One editor's WebSocket, as Hocuspocus is given it. Closing always closes the WebSocket itself, with a code that the
 * client knows: Hocuspocus' own `connection.close` leaves the stock provider waiting.
 */
import { closeCodes } from '@anawim/lesson'
import type { WebSocketLike } from '@hocuspocus/server'
import { WebSocket } from 'ws'
import type { CollabConfig } from '../config.ts'

/** How long a peer has to answer a close before it is cut off, in ms. */
const CLOSE_WAIT = 1_000

export class EditorSocket implements WebSocketLike {
  #ws: WebSocket
  #maxBuffered: number
  #deadline: NodeJS.Timeout
  #pings: NodeJS.Timeout
  #heardAt = Date.now()
  #isSealed = false
  /** Lessons that are open on this socket, or about to be. */
  readonly slots = new Set<symbol>()

  constructor(ws: WebSocket, config: CollabConfig) {
    this.#ws = ws
    this.#maxBuffered = config.bufferedBytes
    this.#deadline = setTimeout(() => this.close(closeCodes.unauthenticated, 'no token'), config.authMs)
    this.#pings = setInterval(() => {
      if (Date.now() - this.#heardAt > config.idleMs) this.#ws.terminate()
      else this.#ws.ping()
    }, config.pingMs)
    ws.on('pong', () => this.heard())
    ws.once('close', () => this.#clearTimers())
  }

  get readyState(): number {
    return this.#ws.readyState
  }

  /** We closed it: nothing that it sent and that is still waiting counts. What a peer sent before it left does. */
  get isSealed(): boolean {
    return this.#isSealed
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.#isSealed || this.#ws.readyState !== WebSocket.OPEN) return
    // Who does not read would make the server hold everything for them: they come back and get it merged.
    if (this.#ws.bufferedAmount > this.#maxBuffered) this.#ws.terminate()
    else this.#ws.send(data as Uint8Array)
  }

  close(code: number = closeCodes.tryLater, reason = ''): void {
    if (this.#isSealed) return
    this.#isSealed = true
    this.#clearTimers()
    this.#ws.close(code, reason.slice(0, 100))
    // It may have been held back for sending too much: its answer to this must come through.
    this.#ws.resume()
    const cutOff = setTimeout(() => this.#ws.terminate(), CLOSE_WAIT)
    this.#ws.once('close', () => clearTimeout(cutOff))
  }

  onClosed(listener: () => void): void {
    this.#ws.once('close', listener)
  }

  /** The peer is there. */
  heard(): void {
    this.#heardAt = Date.now()
  }

  /** The first lesson was opened with a valid token. */
  authenticated(): void {
    clearTimeout(this.#deadline)
  }

  #clearTimers(): void {
    clearTimeout(this.#deadline)
    clearInterval(this.#pings)
  }
}
