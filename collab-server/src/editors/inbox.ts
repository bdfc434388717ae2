/**
 * The frames of one editor's connection, taken in no faster than is allowed. Nobody is thrown out for being fast: the
 * network holds back what comes too soon, and whoever sends it waits alone. Only who goes far beyond is sent away.
 */
import { closeCodes } from '@anawim/lesson'
import type { WebSocket } from 'ws'
import type { CollabConfig } from '../config.ts'
import { Allowance } from './allowance.ts'
import type { EditorSocket } from './editor-socket.ts'
import type { Frame } from './frame.ts'

/** Seconds of the allowance that a frame uses up beyond its size, for what it makes the server do. */
export const extraCost = {
  /** Encodes the whole document for its answer; a client asks once a connection. */
  ask: 2,
  /** Asks the database who that is. */
  auth: 0.5,
  awareness: 0,
  close: 0.02,
  edit: 0,
  motion: 0,
  other: 0.02,
} as const satisfies Record<Frame['kind'], number>

/**
 * What took longer than these milliseconds to take in costs so many times as long, for all connections of a person together:
 * few bytes can be much work, which everybody else waits for.
 */
const LONG = 5
const DEARNESS = 4
const DEAREST = 20
/** From this cost on the other connections get their turn before the next frame. */
const DEAR = 0.5
const TURN = 20
/** Seconds that may be waiting. */
const TOO_MUCH = 60

interface Waiting {
  bytes: Uint8Array
  frame: Frame
  cost: number
}

export type TakeFrame = (bytes: Uint8Array, frame: Frame) => void

export class Inbox {
  #ws: WebSocket
  #socket: EditorSocket
  #config: CollabConfig
  #take: TakeFrame
  #waiting: Waiting[] = []
  #waitingCost = 0
  /** Its own, and its person's once it is known whose it is. */
  #allowances: Set<Allowance>
  #timer: NodeJS.Timeout | null = null

  constructor(ws: WebSocket, socket: EditorSocket, config: CollabConfig, take: TakeFrame) {
    this.#ws = ws
    this.#socket = socket
    this.#config = config
    this.#take = take
    this.#allowances = new Set([new Allowance(config)])
  }

  /** What it sends counts against this one as well. */
  shares(allowance: Allowance): void {
    this.#allowances.add(allowance)
  }

  push(bytes: Uint8Array, frame: Frame): void {
    const { framesPerSecond, bytesPerSecond } = this.#config
    const cost = 1 / framesPerSecond + bytes.byteLength / bytesPerSecond + extraCost[frame.kind]
    // Nearly always nobody waits, and nothing need be kept.
    if (!this.#timer && this.#waiting.length === 0 && cost < DEAR && this.#left() > 0) {
      for (const allowance of this.#allowances) allowance.spend(cost)
      return this.#takeTimed(bytes, frame)
    }
    this.#waiting.push({ bytes, frame, cost })
    this.#waitingCost += cost
    if (this.#waitingCost - this.#left() > TOO_MUCH) return this.#socket.close(closeCodes.tryLater, 'too many frames')
    if (!this.#timer) this.#work()
  }

  /** The peer is gone: what it edited counts, also when it waited for its turn. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#socket.isSealed) return
    for (const { bytes, frame } of this.#waiting.splice(0)) if (frame.kind === 'edit') this.#take(bytes, frame)
  }

  #work(): void {
    while (this.#left() > 0) {
      const next = this.#waiting.shift()
      if (!next) return this.#ws.resume()
      for (const allowance of this.#allowances) allowance.spend(next.cost)
      this.#waitingCost -= next.cost
      if (this.#socket.isSealed) return
      this.#takeTimed(next.bytes, next.frame)
      if (next.cost >= DEAR) return this.#wait(TURN)
    }
    this.#wait(Math.max(TURN, ...[...this.#allowances].map(({ wait }) => wait * 1_000)))
  }

  #takeTimed(bytes: Uint8Array, frame: Frame): void {
    const from = performance.now()
    this.#take(bytes, frame)
    const took = performance.now() - from
    if (took < LONG) return
    const cost = Math.min(DEAREST, (took / 1_000) * DEARNESS)
    for (const allowance of this.#allowances) allowance.spend(cost * allowance.share)
  }

  #wait(ms: number): void {
    if (this.#socket.isSealed) return
    this.#ws.pause()
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#work()
    }, ms)
  }

  #left(): number {
    let left = Infinity
    for (const allowance of this.#allowances) left = Math.min(left, allowance.left)
    return left
  }
}
