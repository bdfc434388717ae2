/** Sends one patch to all who watch a lesson, some in each turn: a big class must not keep an editor waiting. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CollabConfig } from '../config.ts'
import type { Prepared } from './prepared.ts'
import { hasFallenBehind, lessonRoom, type Patch, type ViewerServer } from './viewer-socket.ts'

/** Sockets that are written to in one turn. */
const AT_ONCE = 40

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
    this.#left.set(room, left)
    while (left.size > 0) {
      const some: string[] = []
      for (const id of left) {
        if (some.length === AT_ONCE) break
        some.push(id)
        left.delete(id)
      }
      this.#sendTo(some, patch)
      if (left.size > 0) await nextTurn()
    }
    if (this.#left.get(room) === left) this.#left.delete(room)
  }

  #sendTo(ids: string[], patch: Prepared<Patch>): void {
    const reading = ids.filter((id) => {
      const socket = this.#io.sockets.sockets.get(id)
      if (!socket || !hasFallenBehind(socket, patch.text.length, this.#config)) return socket !== undefined
      socket.disconnect(true)
      return false
    })
    if (reading.length > 0) this.#io.to(reading).emit('lesson:patch', patch)
  }
}
