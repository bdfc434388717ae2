/**
 * One editor's WebSocket, as Hocuspocus is given it. Closing always closes the WebSocket itself, with a code that the
 * client knows: Hocuspocus' own `connection.close` leaves the stock provider waiting.
 */
import type { Duplex } from 'node:stream'
import { closeCodes } from '@anawim/lesson'
import type { WebSocketLike } from '@hocuspocus/server'
import { WebSocket } from 'ws'
import type { CollabConfig } from '../config.ts'
import { toFrame } from './wire.ts'

/** How long a peer has to answer a close before it is cut off, in ms. */
const CLOSE_WAIT = 1_000

export class EditorSocket implements WebSocketLike {
  #ws: WebSocket
  #stream: Duplex
  #maxBuffered: number
  #holdMs: number
  #deadline: NodeJS.Timeout
  #trust: (() => void) | null = null
  #pings: NodeJS.Timeout
  #heardAt = Date.now()
  #isSealed = false
  #held: Buffer[] = []
  #holding: NodeJS.Timeout | null = null
  /** Lessons that are open on this socket, or about to be. */
  readonly slots = new Set<symbol>()
  /** When something was last written to it, in ms. */
  wroteAt = Date.now()

  /** `stream` is what `ws` writes to. Whole frames may be written to it beside ws, which neither compresses nor splits. */
  constructor(ws: WebSocket, stream: Duplex, config: CollabConfig) {
    this.#ws = ws
    this.#stream = stream
    this.#maxBuffered = config.bufferedBytes
    this.#holdMs = config.holdMs
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

  /** A message of Hocuspocus, which makes only binary ones. */
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (data instanceof Uint8Array) this.write(toFrame(data))
  }

  /** Whole frames, as `toFrame` makes them: out in one write, with what was held back before them. */
  write(frames: Buffer): void {
    if (this.#isSealed || this.#ws.readyState !== WebSocket.OPEN) return
    // Who does not read would make the server hold everything for them: they come back and get it merged.
    if (this.#ws.bufferedAmount > this.#maxBuffered) return this.#ws.terminate()
    this.wroteAt = Date.now()
    this.#stream.write(this.#held.length === 0 ? frames : Buffer.concat([...this.#held.splice(0), frames]))
  }

  /** Frames that are not worth a write of their own: they leave with the next one, or a moment later. */
  hold(frame: Buffer): void {
    if (this.#isSealed) return
    this.#held.push(frame)
    this.#holding ??= setTimeout(() => {
      this.#holding = null
      const last = this.#held.pop()
      if (last) this.write(last)
    }, this.#holdMs)
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

  /** The first valid token was shown; the lesson is not open yet. */
  authenticated(): void {
    clearTimeout(this.#deadline)
    this.#trust?.()
    this.#trust = null
  }

  /** `trust` is called with the first valid token. */
  onAuthenticated(trust: () => void): void {
    this.#trust = trust
  }

  #clearTimers(): void {
    clearTimeout(this.#deadline)
    clearInterval(this.#pings)
    if (this.#holding) clearTimeout(this.#holding)
  }
}
