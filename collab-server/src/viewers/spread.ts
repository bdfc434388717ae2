/** Sends one patch to all who watch a lesson, some in each turn of the event loop: a big class must not keep an editor waiting. */
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import type { LessonMotion } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import type { Prepared } from './prepared.ts'
import { eventFrame, straightTo } from './straight.ts'
import { hasFallenBehind, lessonRoom, type Patch, type ViewerServer } from './viewer-socket.ts'

/** Sockets that are written to in one turn. */
const AT_ONCE = 40

/** Bytes on their way to a socket, above which it is not shown more gestures. */
const LITTLE = 64 * 1024

/** In a crowd, a rest between turns, in ms: who reads on this machine, and the editors, come in between. */
const REST_MS = 3

/** Calls `send` for all that are `left`, some in each turn, and takes them out; who is taken out meanwhile is passed over. Resolves when none is left. */
export async function inTurns<Item>(left: Set<Item>, isCrowd: boolean, send: (item: Item) => void): Promise<void> {
  while (left.size > 0) {
    let sent = 0
    for (const item of left) {
      if (sent++ === AT_ONCE) break
      left.delete(item)
      send(item)
    }
    if (left.size > 0) await (isCrowd ? delay(REST_MS) : nextTurn())
  }
}

export class Spread {
  #io: ViewerServer
  #config: CollabConfig
  /** Of patches on their way: the sockets that have not got it yet, by room. */
  #left = new Map<string, Set<string>>()

  constructor(io: ViewerServer, config: CollabConfig) {
    this.#io = io
    this.#config = config
    // Who leaves, and perhaps comes again, is answered with a newer version than the one on its way.
    io.sockets.adapter.on('leave-room', (room: string, id: string) => this.#left.get(room)?.delete(id))
  }

  /** Resolves when all have it. The first ones get it in this turn. */
  async send(lessonId: number, patch: Prepared<Patch>): Promise<void> {
    const room = lessonRoom(lessonId)
    const left = new Set(this.#io.sockets.adapter.rooms.get(room))
    if (left.size === 0) return
    const isCrowd = left.size > this.#config.crowd
    const frame = eventFrame('lesson:patch', patch.text)
    this.#left.set(room, left)
    await inTurns(left, isCrowd, (id) => this.#sendTo(id, patch, frame))
    if (this.#left.get(room) === left) this.#left.delete(room)
  }

  /**
   * The same for gestures in progress, which nobody need see: who has something else to read yet is passed over, unless `isNeeded`.
   */
  async sendMotion(lessonId: number, motion: Prepared<LessonMotion>, isNeeded: boolean): Promise<void> {
    const room = lessonRoom(lessonId)
    const left = new Set(this.#io.sockets.adapter.rooms.get(room))
    const frame = eventFrame('lesson:motion', motion.text)
    await inTurns(left, left.size > this.#config.crowd, (id) => {
      const socket = this.#io.sockets.sockets.get(id)
      if (!socket?.rooms.has(room)) return
      if (isNeeded && hasFallenBehind(socket, frame.byteLength, this.#config)) return void socket.disconnect(true)
      const connection = straightTo(socket.conn)
      if (connection) return void ((isNeeded || connection.writableLength < LITTLE) && connection.write(frame))
      if (isNeeded) socket.emit('lesson:motion', motion)
      else socket.volatile.emit('lesson:motion', motion)
    })
  }

  #sendTo(id: string, patch: Prepared<Patch>, frame: Buffer): void {
    const socket = this.#io.sockets.sockets.get(id)
    if (!socket) return
    if (hasFallenBehind(socket, frame.byteLength, this.#config)) return void socket.disconnect(true)
    const connection = straightTo(socket.conn)
    if (connection) connection.write(frame)
    else socket.emit('lesson:patch', patch)
  }
}
