/**
 * What leaves to the editors of one lesson, and when: at once while it was quiet, then at most once in `COLLAB_FLUSH_MS`,
 * merged. On a busy server nothing leaves at once. Hocuspocus' own broadcast is switched off: it either delays a lone edit or writes once for every update.
 */
import type { Logger } from '@anawim/db'
import { closeCodes, encodeMotion, inkSince, type Motion, stampMotion } from '@anawim/lesson'
import { isTransactionOrigin, type Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { EditorContext, EditorSession } from './editor-session.ts'
import { SharedFrame } from './shared-frame.ts'
import { presenceEntry, Wire } from './wire.ts'

/** Is told of each motion, its line whole; `inkFrom`: the points before were told already. Null: this client moves no more. */
export type OnMotion = (clientId: number, motion: Motion | null, inkFrom: number) => void

export interface BroadcastOptions {
  intervalMs: number
  log: Logger
  isBusy: () => boolean
  onMotion: OnMotion
}

export class Broadcast {
  readonly wire: Wire
  #document: Document
  #intervalMs: number
  #log: Logger
  /** Who made all of the updates that wait, and has them; null when they are several, or the server. */
  #maker: EditorSession | null = null
  #updates: Uint8Array[] = []
  /** Clients whose presence has changed, and who have moved. */
  #showing = new Set<number>()
  /** With the first point of their lines that the others have not been told of. */
  #moving = new Map<number, number>()
  /** The newest of each, with the whole line that it draws, and as it came. */
  #motions = new Map<number, { motion: Motion; stamped: Uint8Array }>()
  #onMotion: OnMotion
  #isBusy: () => boolean
  #flushedAt = -Infinity
  /** Until the next flush; null: none waits for a time. */
  #timer: NodeJS.Timeout | null = null
  /** A flush follows as soon as this turn is over. */
  #isLeaving = false

  /** To be made before anything else listens to the document. */
  constructor(document: Document, { intervalMs, log, isBusy, onMotion }: BroadcastOptions) {
    this.#document = document
    this.#intervalMs = intervalMs
    this.#log = log
    this.#isBusy = isBusy
    this.#onMotion = onMotion
    this.wire = new Wire(document.name)
    // The listeners that Hocuspocus has put on its document do nothing but broadcast.
    document._observers.delete('update')
    document.awareness._observers.delete('update')
    document.on('update', (update: Uint8Array, origin: unknown) => this.#changed(update, makerOf(origin)))
    // Who falls silent is forgotten by the awareness itself.
    document.awareness.on('update', ({ removed }: { removed: number[] }) => removed.forEach((id) => this.show(id)))
    document.once('destroy', () => {
      this.#unschedule()
      for (const clientId of this.#motions.keys()) onMotion(clientId, null, 0)
    })
  }

  /** To be called when what came from an editor has been taken: what is due leaves with what came together with it. */
  flushIfDue(): void {
    if (this.#timer && this.#dueIn() <= 0) this.#leave()
  }

  /** What this client shows of itself has changed, or it is gone. */
  show(clientId: number): void {
    if (!this.#document.awareness.states.has(clientId) && this.#motions.delete(clientId))
      this.#onMotion(clientId, null, 0)
    this.#showing.add(clientId)
    this.#schedule()
  }

  /** This client has moved. `motion`: with the whole line; `bytes`: as it came, with the line from `inkFrom` on. */
  move(clientId: number, motion: Motion, bytes: Uint8Array, inkFrom: number): void {
    this.#motions.set(clientId, { motion, stamped: stampMotion(clientId, bytes) })
    this.#moving.set(clientId, Math.min(inkFrom, this.#moving.get(clientId) ?? inkFrom))
    this.#schedule()
    this.#onMotion(clientId, motion, inkFrom)
  }

  /** For who comes; null: nobody moves. */
  allMotions(): Buffer | null {
    if (this.#motions.size === 0) return null
    return this.wire.motions([...this.#motions.keys()].flatMap((clientId) => this.#stampedSince(clientId, 0) ?? []))
  }

  #changed(update: Uint8Array, maker: EditorSession | null): void {
    // While it is loading there is nobody yet, and who comes gets all of it by the first sync.
    if (this.#document.isLoading) return
    this.#maker = this.#updates.length === 0 || this.#maker === maker ? maker : null
    this.#updates.push(update)
    this.#schedule()
  }

  #dueIn(): number {
    return this.#flushedAt + this.#intervalMs - performance.now()
  }

  #schedule(): void {
    if (this.#timer || this.#isLeaving) return
    // Where very many edit, what others do in the next moment goes in the same write.
    if (this.#dueIn() <= 0 && this.#isBusy()) this.#flushedAt = performance.now()
    const wait = this.#dueIn()
    // A timer may fire a part of a millisecond early.
    if (wait > 0) this.#timer = setTimeout(() => this.#flush(), Math.ceil(wait))
    else this.#leave()
  }

  /** With all that was read together, and before anything else that this turn has begun: nobody waits for the log. */
  #leave(): void {
    if (this.#isLeaving) return
    this.#isLeaving = true
    process.nextTick(() => {
      if (this.#isLeaving) this.#flush()
    })
  }

  #unschedule(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#isLeaving = false
  }

  #flush(): void {
    this.#unschedule()
    this.#flushedAt = performance.now()
    try {
      const update = this.#takeUpdates()
      if (this.#showing.size > 0 || this.#moving.size > 0) this.#send(update, this.#takePresence())
      else if (update) this.#sendUpdate(update)
    } catch (error) {
      // Whoever missed something would never learn of it: they come back and get all of it.
      this.#log.error({ err: error, document: this.#document.name }, 'a broadcast failed')
      for (const { context } of this.#document.connections.keys()) contextOf(context).socket.close(closeCodes.tryLater)
    }
  }

  #sendUpdate(update: Buffer): void {
    for (const { context } of this.#document.connections.keys()) {
      const { socket, session } = contextOf(context)
      if (!this.#maker || session !== this.#maker) socket.write(update)
    }
  }

  #send(update: Buffer | null, { states, pointers, motions }: Shared): void {
    const maker = this.#maker
    for (const { context } of this.#document.connections.keys()) {
      const { socket, session } = contextOf(context)
      const own = session?.presenceId ?? null
      const frames = session?.motion ? [states.for(own), motions.for(own)] : [pointers.for(own)]
      if (!maker || session !== maker) frames.unshift(update)
      const [first, ...more] = frames.filter((frame) => frame !== null)
      if (first) socket.write(more.length === 0 ? first : Buffer.concat([first, ...more]))
    }
  }

  #takeUpdates(): Buffer | null {
    const updates = this.#updates
    this.#updates = []
    const [only] = updates
    return only ? this.wire.update(updates.length === 1 ? only : Y.mergeUpdates(updates)) : null
  }

  #takePresence(): Shared {
    const { awareness } = this.#document
    const motions = new Map<number, Uint8Array>()
    const states = new Map<number, Uint8Array>()
    const pointers = new Map<number, Uint8Array>()
    const entry = (clientId: number, clock: number) =>
      presenceEntry(clientId, clock, awareness.states.get(clientId) ?? null)
    for (const clientId of this.#showing) {
      const clock = awareness.meta.get(clientId)?.clock
      if (clock === undefined) continue
      states.set(clientId, entry(clientId, clock))
    }
    for (const [clientId, inkFrom] of this.#moving) {
      const motion = this.#stampedSince(clientId, inkFrom)
      const clock = awareness.meta.get(clientId)?.clock
      if (!motion || clock === undefined) continue
      motions.set(clientId, motion)
      if (states.has(clientId) || !this.#hasStrangers()) continue
      awareness.meta.set(clientId, { clock: clock + 1, lastUpdated: Date.now() })
      pointers.set(clientId, entry(clientId, clock + 1))
    }
    this.#showing.clear()
    this.#moving.clear()
    return {
      states: new SharedFrame(states, (pieces) => this.wire.presence(pieces)),
      pointers: new SharedFrame(new Map([...states, ...pointers]), (pieces) => this.wire.presence(pieces)),
      motions: new SharedFrame(motions, (pieces) => this.wire.motions(pieces)),
    }
  }

  /** What comes merged must not lose a part of a line. */
  #stampedSince(clientId: number, inkFrom: number): Uint8Array | null {
    const newest = this.#motions.get(clientId)
    if (!newest) return null
    const { motion, stamped } = newest
    if (!motion.ink) return stamped
    return stampMotion(clientId, encodeMotion({ ...motion, ink: inkSince(motion.ink, inkFrom) }))
  }

  /** Is anybody here whose client knows no motions? They are shown pointers as presence. */
  #hasStrangers(): boolean {
    return [...this.#document.connections.keys()].some(({ context }) => !contextOf(context).session?.motion)
  }
}

interface Shared {
  states: SharedFrame
  /** With those who moved, for clients that know no motions. */
  pointers: SharedFrame
  motions: SharedFrame
}

/** Whose update it is that was applied, as `LessonRoom.apply` says; null: the server's own. */
function makerOf(origin: unknown): EditorSession | null {
  if (!isTransactionOrigin(origin) || origin.source !== 'local') return null
  const context: Partial<EditorContext> = origin.context ?? {}
  return context.session ?? null
}

function contextOf(context: EditorContext): EditorContext {
  return context
}
