/** A lesson that is open in an editor: its document in memory, its part of the log, and who edits it. */
import { openRoots, repairLesson, schemaVersionOf, type DecodedUpdate } from '@anawim/lesson/doc'
import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { EditorSession } from '../editors/editor-session.ts'
import { dropParked, hasTaken } from '../log/update-frontier.ts'
import { movedClocks, type Clocks, type LessonLog } from '../log/lesson-log.ts'
import { LessonClients } from './lesson-clients.ts'

export interface AppliedUpdate {
  /** Sets right, and logs as the server's, what it wrote that a lesson cannot have. How much there was. */
  repair(): number
}

interface MadeUpdate {
  update: Uint8Array
  clocks: Clocks
  transaction: Y.Transaction
}

export class LessonRoom {
  readonly lessonId: number
  readonly document: Document
  readonly log: LessonLog
  readonly sessions = new Set<EditorSession>()
  /** Whose each client id is. */
  readonly clients: LessonClients
  /** Where the snapshot stands on which the next compaction builds. */
  baseId: string
  /** About how many bytes the lesson has: its snapshot, and what came after it. */
  bytes: number
  #held: MadeUpdate[] | null = null
  #onChange: () => void

  /** `bytes`: of all that is stored. `onChange` is called after each change of the document, before it is durable. */
  constructor(document: Document, log: LessonLog, baseId: string, bytes: number, onChange: () => void) {
    this.lessonId = log.lessonId
    this.document = document
    this.log = log
    this.clients = new LessonClients(document)
    this.baseId = baseId
    this.bytes = bytes
    this.#onChange = onChange
    openRoots(document)
    document.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      const made = { update, clocks: movedClocks(transaction), transaction }
      if (this.#held) this.#held.push(made)
      else this.#append([made], null, false)
    })
    log.onCommit(() => this.tellSaved())
  }

  /**
   * Applies an editor's update, which must be causally complete, and queues what it changed for the log. Throws when the
   * document did not take it, with nothing queued; it is then damaged (Yjs does not roll back) and must be thrown away.
   */
  apply(session: EditorSession, update: DecodedUpdate): AppliedUpdate {
    return this.#applyHeld(session, update.bytes, () => hasTaken(this.document, update))
  }

  /** The part of an update that can be applied; the rest, which builds on what nobody here has, is left out. */
  applyPart(session: EditorSession, update: DecodedUpdate): AppliedUpdate {
    return this.#applyHeld(session, update.bytes, () => true)
  }

  tellSaved(): void {
    for (const session of this.sessions) session.tellSaved(this.log)
  }

  tellRetrying(): void {
    for (const session of this.sessions) session.tellRetrying()
  }

  closeAll(code: number, reason: string): void {
    for (const session of this.sessions) session.socket.close(code, reason)
  }

  #applyHeld(session: EditorSession, update: Uint8Array, isTaken: () => boolean): AppliedUpdate {
    const held: MadeUpdate[] = []
    const schemaVersion = schemaVersionOf(this.document)
    this.#held = held
    try {
      // Stores are ours, so Hocuspocus is told to leave them; it broadcasts all the same.
      Y.applyUpdate(this.document, update, { source: 'local', skipStoreHooks: true, context: { session } })
    } finally {
      this.#held = null
    }
    dropParked(this.document)
    // y-protocols and observers swallow errors: what counts is what the document holds.
    if (!isTaken()) throw new Error('the document did not take the update')
    this.#append(held, session.grant.userId, !session.isWaiting)
    return {
      repair: () => held.reduce((sum, made) => sum + repairLesson(this.document, made.transaction, schemaVersion), 0),
    }
  }

  #append(made: MadeUpdate[], authorId: number | null, canWait: boolean): void {
    const clients = this.clients.unwritten()
    const more = clients.length > 0 ? { clients, onCommitted: () => this.clients.wrote(clients) } : {}
    for (const { update } of made) this.bytes += update.byteLength
    for (const { update, clocks } of made) this.log.append({ update, authorId, clocks, canWait, ...more })
    if (made.length > 0) this.#onChange()
  }
}
