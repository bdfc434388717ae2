/**
 * The way of a frame on one WebSocket. Hocuspocus opens a lesson, and closes it; in between, what editors send all the
 * time goes past its queue of promises, straight to the gate and the presence, in the order in which it came.
 */
import type { Logger } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import type { Connection } from '@hocuspocus/server'
import type { Broadcast } from './broadcast.ts'
import type { EditorContext, EditorSession } from './editor-session.ts'
import type { Frame } from './frame.ts'
import type { Gate } from './gate.ts'
import type { PresenceDesk } from './presence.ts'

export interface LaneDeps {
  gate: Pick<Gate, 'receive'>
  presence: PresenceDesk
  log: Logger
}

/** One open lesson of a WebSocket. */
interface Lane {
  connection: Connection<EditorContext>
  session: EditorSession
  broadcast: Broadcast
  /** What came while Hocuspocus was still busy with what had come before; null: it is done with it. */
  waiting: Frame[] | null
}

const lanesTake = new Set<Frame['kind']>(['edit', 'awareness', 'motion'])

export class Lanes {
  #deps: LaneDeps
  #open = new Map<string, Lane>()
  #hand: (bytes: Uint8Array) => void

  /** `hand` gives a frame to Hocuspocus. */
  constructor(deps: LaneDeps, hand: (bytes: Uint8Array) => void) {
    this.#deps = deps
    this.#hand = hand
  }

  /** This lesson is open from now on: frames that Hocuspocus has not yet dealt with come first. */
  open(connection: Connection<EditorContext>, session: EditorSession, broadcast: Broadcast): void {
    const { name } = connection.document
    const lane: Lane = { connection, session, broadcast, waiting: [] }
    this.#open.set(name, lane)
    connection.onClose(() => this.#close(name, lane))
    void connection.waitForPendingMessages().then(() => {
      const frames = lane.waiting ?? []
      lane.waiting = null
      for (const frame of frames) this.#run(lane, frame)
    })
  }

  take(bytes: Uint8Array, frame: Frame): void {
    const lane = this.#open.get(frame.name)
    // Hocuspocus knows no motions, and who is not in a lesson moves nothing.
    if (!lane && frame.kind === 'motion') return
    if (!lane || !lanesTake.has(frame.kind)) {
      if (lane && frame.kind === 'close') this.#close(frame.name, lane)
      return this.#hand(bytes)
    }
    if (lane.waiting) lane.waiting.push(frame)
    else this.#run(lane, frame)
  }

  /** What follows may open the same lesson anew, with another token. */
  #close(name: string, lane: Lane): void {
    if (this.#open.get(name) === lane) this.#open.delete(name)
  }

  #run({ connection, session, broadcast }: Lane, frame: Frame): void {
    if (session.socket.isSealed) return
    const { gate, presence, log } = this.#deps
    const { document } = connection
    try {
      if (frame.kind === 'edit') {
        gate.receive(session, document, frame.step, frame.update)
        session.socket.hold(broadcast.wire.acknowledgement)
      } else if (frame.kind === 'awareness') {
        presence.receive(session, document, frame.update)
      } else if (frame.kind === 'motion') {
        presence.receiveMotion(session, document, frame.motion)
      }
      broadcast.flushIfDue()
    } catch (error) {
      log.error({ err: error, kind: frame.kind, lessonId: session.grant.lessonId }, 'a frame could not be taken')
      session.socket.close(closeCodes.tryLater, 'internal error')
    }
  }
}
