/** One editor in one lesson: who it is, what it sent, and how much of that is durable. */
import { closeCodes, type Motion, type ServerMessage } from '@anawim/lesson'
import type { Connection } from '@hocuspocus/server'
import type { LessonLog } from '../log/lesson-log.ts'
import type { Doubt } from '../rooms/lesson-clients.ts'
import type { Grant } from './admit.ts'
import type { EditorSocket } from './editor-socket.ts'
import { StatelessWire } from './wire.ts'

/** What Hocuspocus carries along for each connection. */
export interface EditorContext {
  socket: EditorSocket
  session?: EditorSession
  /** Its place among the lessons of its socket: the same lesson, closed and opened again, has another. */
  slot?: symbol
}

/** A step 2 or an update, with its number among those of its connection. */
export interface Edit {
  message: number
  type: number
  update: Uint8Array
}

/** What an awareness update says of one client id; no state: it has left. */
export interface PresenceEntry {
  clientId: number
  clock: number
  state: unknown
}

/** Messages of one connection that may wait for their commit. */
const MOST_WAITING = 100_000

export class EditorSession {
  readonly socket: EditorSocket
  grant: Grant
  connection: Connection | null = null
  /** The client id of its presence, once it has shown one that nobody else has. */
  presenceId: number | null = null
  /** The client id that it says to have, whosever that is. */
  namedId: number | null = null
  /** The newest that it showed while it is not durable yet whose its client id is. */
  unshown: PresenceEntry | null = null
  /** What it moves now; null: its client knows no motions, and is shown those of others as presence. */
  motion: Motion | null = null
  /** Sync messages (step 2 and update) received so far: the number of the newest. */
  received = 0
  /** It was asked for all it has, and has not answered yet. */
  isAsked = false
  /** Its first step 2 is taken: all that it had is here. */
  isInSync = false
  /** What it said to have when it came: Yjs client id → clock. */
  known: ReadonlyMap<number, number> = new Map()
  /** What it must show once more before it is told that anything is saved. */
  readonly doubts = new Map<number, Doubt>()
  /** Ids of which it has shown just what is here. */
  readonly verified = new Set<number>()
  /** Ids of others of which it brought something. */
  readonly carried = new Set<number>()
  /** Ids whose claim it has waited for. */
  readonly waitedFor = new Set<number>()
  /** Ids that it claimed. */
  claims = 0
  /** Whose the id of its presence is has been looked up. */
  isOwnIdSeen = false
  /** What waits until it is durable whose its client id is; null: nothing does. */
  held: Edit[] | null = null
  #savedMs: number
  #waiting: { message: number; position: number | null }[] = []
  #durable = 0
  #told = -1
  #toldAt = 0
  #timer: NodeJS.Timeout | null = null
  #isTroubled = false
  #forgetToken: (() => void) | null = null
  #wire: StatelessWire | null = null

  constructor(socket: EditorSocket, grant: Grant, savedMs: number) {
    this.socket = socket
    this.grant = grant
    this.#savedMs = savedMs
  }

  /** Message number `message` is in the document, and in the log up to `position`. */
  covered(message: number, position: number): void {
    this.#await({ message, position })
  }

  /** Message number `message` builds on what is not here: only a later step 2 of this connection covers it. */
  gapped(message: number): void {
    this.#await({ message, position: null })
  }

  /** A step 2 holds all that its sender has, so what had waited for more is covered by it. */
  closeGaps(position: number): void {
    for (const entry of this.#waiting) entry.position ??= position
  }

  /** Would it be told at once that something is saved? Else what it sends now need not be committed at once either. */
  get isWaiting(): boolean {
    return this.#timer === null && Date.now() >= this.#toldAt + this.#savedMs
  }

  /** To be called when something was committed: tells the client, at most once in `savedMs`. */
  tellSaved(log: LessonLog): void {
    if (this.doubts.size > 0) return
    while (this.#waiting.length > 0) {
      const [first] = this.#waiting
      if (!first || first.position === null || first.position > log.committed) break
      this.#durable = first.message
      this.#waiting.shift()
    }
    if (this.#durable <= this.#told || this.#durable === 0 || this.#timer) return
    const wait = this.#toldAt + this.#savedMs - Date.now()
    if (wait <= 0) return this.#sendSaved(log)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#sendSaved(log)
    }, wait)
  }

  /** Postgres is away, and something of this one waits for it. Told once, until something is saved again. */
  tellRetrying(): void {
    if (this.#isTroubled || this.#waiting.length === 0) return
    this.#isTroubled = true
    this.send({ type: 'retrying' })
  }

  /** Sync message number `message` will never be durable: the client keeps a copy and starts afresh. */
  refuse(message: number, code: string): void {
    this.send({ type: 'refused', message, code })
    if (code === 'unknown_kind') this.socket.close(closeCodes.outdated, 'outdated')
    else this.socket.close(closeCodes.refused, 'refused')
  }

  /** `forget` ends the wait for the present token's end: when it is replaced, and when the session ends. */
  onTokenReplaced(forget: () => void): void {
    this.#forgetToken?.()
    this.#forgetToken = forget
  }

  /** `canWait`: with the next that leaves, or a moment later. */
  send(message: ServerMessage, canWait = false): void {
    const { connection, socket } = this
    if (!connection || socket.isSealed) return
    this.#wire ??= new StatelessWire(connection.messageAddress)
    const frame = this.#wire.message(JSON.stringify(message))
    if (canWait) socket.hold(frame)
    else socket.write(frame)
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#forgetToken?.()
    this.#forgetToken = null
  }

  #await(entry: { message: number; position: number | null }): void {
    this.#waiting.push(entry)
    // It will come back, and show all that it has at once.
    if (this.#waiting.length > MOST_WAITING) this.socket.close(closeCodes.tryLater, 'tryLater')
  }

  #sendSaved(log: LessonLog): void {
    this.#told = this.#durable
    this.#toldAt = Date.now()
    this.#isTroubled = false
    // A write costs more than all else that was done for an edit.
    this.send({ type: 'saved', stateVector: log.durableStateVector, messages: this.#durable }, log.isBusy)
  }
}
