/**
 * What leaves to the editors of one lesson, and when: at once while it was quiet, then at most once in `COLLAB_FLUSH_MS`,
 * merged. Hocuspocus' own broadcast is switched off: it either delays a lone edit or writes once for every update.
 */
import type { Logger } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import { isTransactionOrigin, type Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { EditorContext, EditorSession } from './editor-session.ts'
import { presenceEntry, Wire } from './wire.ts'

export class Broadcast {
  readonly wire: Wire
  #document: Document
  #intervalMs: number
  #log: Logger
  #updates: Uint8Array[] = []
  /** Who made all of what waits, and has it; null when they are several, or the server. */
  #maker: EditorSession | null = null
  #showing = new Set<number>()
  #flushedAt = -Infinity
  #cancel: (() => void) | null = null

  /** To be made before anything else listens to the document. */
  constructor(document: Document, intervalMs: number, log: Logger) {
    this.#document = document
    this.#intervalMs = intervalMs
    this.#log = log
    this.wire = new Wire(document.name)
    // The listeners that Hocuspocus has put on its document do nothing but broadcast.
    document._observers.delete('update')
    document.awareness._observers.delete('update')
    document.on('update', (update: Uint8Array, origin: unknown) => this.#changed(update, makerOf(origin)))
    // Who falls silent is forgotten by the awareness itself.
    document.awareness.on('update', ({ removed }: { removed: number[] }) => removed.forEach((id) => this.show(id)))
    document.once('destroy', () => this.#cancel?.())
  }

  /** Sends now what would leave in a moment. To be called when what came from an editor has been taken. */
  flushIfDue(): void {
    if (this.#cancel && this.#dueIn() <= 0) this.#flush()
  }

  /** What this client shows of itself has changed, or it is gone. */
  show(clientId: number): void {
    this.#showing.add(clientId)
    this.#schedule()
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
    if (this.#cancel) return
    const wait = this.#dueIn()
    if (wait > 0) {
      const timer = setTimeout(() => this.#flush(), wait)
      this.#cancel = () => clearTimeout(timer)
    } else {
      const immediate = setImmediate(() => this.#flush())
      this.#cancel = () => clearImmediate(immediate)
    }
  }

  #flush(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#flushedAt = performance.now()
    const updates = this.#updates
    const maker = this.#maker
    const showing = this.#showing
    this.#updates = []
    this.#showing = new Set()
    try {
      this.#send(updates, maker, showing)
    } catch (error) {
      // Whoever missed something would never learn of it: they come back and get all of it.
      this.#log.error({ err: error, document: this.#document.name }, 'a broadcast failed')
      for (const { context } of this.#document.connections.keys()) contextOf(context).socket.close(closeCodes.tryLater)
    }
  }

  #send(updates: Uint8Array[], maker: EditorSession | null, showing: ReadonlySet<number>): void {
    const { connections, awareness } = this.#document
    const [only] = updates
    const update = !only ? null : this.wire.update(updates.length === 1 ? only : Y.mergeUpdates(updates))
    const entries = new Map<number, Uint8Array>()
    for (const clientId of showing) {
      const clock = awareness.meta.get(clientId)?.clock
      if (clock !== undefined) entries.set(clientId, presenceEntry(clientId, clock, awareness.states.get(clientId)))
    }
    const presence = entries.size > 0 ? this.wire.presence([...entries.values()]) : null
    for (const connection of connections.keys()) {
      const { socket, session } = contextOf(connection.context)
      const own = session?.presenceId ?? null
      const shown = presence && own !== null && entries.has(own) ? this.#presenceWithout(own, entries) : presence
      const frames = [session === maker && maker ? null : update, shown].filter((frame) => frame !== null)
      const [first, ...more] = frames
      if (first) socket.write(more.length === 0 ? first : Buffer.concat(frames))
    }
  }

  /** A client never hears of itself: what the server made of its state would take the place of its own. */
  #presenceWithout(clientId: number, entries: ReadonlyMap<number, Uint8Array>): Buffer | null {
    if (entries.size === 1) return null
    return this.wire.presence([...entries].flatMap(([id, entry]) => (id === clientId ? [] : [entry])))
  }
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
