/** The lessons that are open in an editor, and how they come and go. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@anawim/db'
import { closeCodes, type Motion } from '@anawim/lesson'
import type { Document, Hocuspocus } from '@hocuspocus/server'
import { LessonLog } from '../log/lesson-log.ts'
import type { UpdateWriter } from '../log/update-writer.ts'
import { Replica } from '../reading/replica.ts'
import { Compaction } from './compaction.ts'
import { LessonRoom } from './lesson-room.ts'
import { LogProjector } from './log-projector.ts'
import { RoomProjection, type ProjectionDeps } from './room-projection.ts'

/** Milliseconds after which a lesson that nobody has open, and that could not be unloaded, is tried again. */
const UNLOAD_AGAIN = 60_000

interface OpenRoom {
  room: LessonRoom
  projection: RoomProjection
  compaction: Compaction
  /** Its copy, from which everything is made that reads. */
  replica: Replica
}

export interface LoadedRows {
  ids: string[]
  lastId: string
  baseId: string
  /** Of all that is stored. */
  bytes: number
  updates?: Uint8Array[] | null
}

/** What one of the editors moves; `motion` null: nothing any more. Points of its line before `inkFrom` were told already. */
export interface EditorMotion {
  lessonId: number
  clientId: number
  motion: Motion | null
  inkFrom: number
  /** The page that this editor shows. */
  pageId: string | null
}

export class Rooms {
  readonly projector: LogProjector
  /** Since the start: documents that were thrown away, and updates that were refused. */
  readonly tally = { evicted: 0, refused: 0 }
  #deps: ProjectionDeps
  #writer: UpdateWriter
  #log: Logger
  #open = new Map<number, OpenRoom>()
  #listeners = new Set<(lessonId: number) => void>()
  #motionListeners = new Set<(moved: EditorMotion) => void>()
  #isEnded = false
  #sweep: NodeJS.Timeout
  #hocuspocus: Pick<Hocuspocus, 'documents' | 'unloadDocument'> | null = null

  constructor(deps: ProjectionDeps, writer: UpdateWriter) {
    this.#deps = deps
    this.#writer = writer
    this.#log = deps.log
    this.projector = new LogProjector(deps, writer, (lessonId) => {
      const opened = this.#open.get(lessonId)
      // It may have been opened with a JSON that is older than its log, and nobody need change it again.
      opened?.projection.touch()
      return opened !== undefined
    })
    // One that the database kept waiting as its last editor left would stay in the memory for ever.
    this.#sweep = setInterval(() => this.all().forEach((room) => this.#unloadIfLeft(room)), UNLOAD_AGAIN).unref()
    writer.listen({
      onRetrying: () => this.all().forEach((room) => room.tellRetrying()),
      onRefused: (lessonId) => {
        const room = this.get(lessonId)
        if (room) this.evict(room, closeCodes.gone, 'the lesson is gone')
      },
    })
  }

  /** The engine that holds the documents: it is made after the rooms that its extensions need. */
  serve(hocuspocus: Pick<Hocuspocus, 'documents' | 'unloadDocument'>): void {
    this.#hocuspocus = hocuspocus
  }

  get(lessonId: number): LessonRoom | undefined {
    return this.#open.get(lessonId)?.room
  }

  all(): LessonRoom[] {
    return [...this.#open.values()].map(({ room }) => room)
  }

  /** `listener` is called when a lesson is opened, and after each change of its document, durable or not. */
  onChange(listener: (lessonId: number) => void): void {
    this.#listeners.add(listener)
  }

  /** The copy of an open lesson, for who reads it. */
  replica(lessonId: number): Replica | undefined {
    return this.#open.get(lessonId)?.replica
  }

  /** Takes a document that holds exactly these rows of the log into service; `updates`: what it was made from, if that is all of it. */
  open(document: Document, lessonId: number, rows: LoadedRows): LessonRoom {
    const log = new LessonLog(lessonId, this.#writer, document, rows)
    const room = new LessonRoom(document, log, rows.baseId, rows.bytes, () => this.#changed(lessonId))
    const replica = new Replica(this.#deps.reader, document, lessonId, rows.updates ?? null)
    const opened = {
      room,
      replica,
      projection: new RoomProjection(this.#deps, room, replica, () => this.projector.later(lessonId)),
      compaction: new Compaction(this.#deps, room, replica),
    }
    this.#open.set(lessonId, opened)
    log.onCommit(() => {
      opened.compaction.runIfLong()
      if (!log.hasUnsaved) this.#unloadIfLeft(room)
    })
    document.once('destroy', () => this.#forget(opened))
    this.#tell(lessonId)
    return room
  }

  /** Of gestures in progress. */
  onMotion(listener: (moved: EditorMotion) => void): void {
    this.#motionListeners.add(listener)
  }

  tellMotion(moved: EditorMotion): void {
    for (const listener of this.#motionListeners) listener(moved)
  }

  /** Before a document is unloaded: whether it may be. Nothing unsaved is ever unloaded. */
  async prepareUnload(document: Document): Promise<boolean> {
    const opened = [...this.#open.values()].find(({ room }) => room.document === document)
    if (!opened) return this.#hocuspocus?.documents.get(document.name) === document
    if (opened.room.log.hasUnsaved) return false
    await opened.projection.flush()
    await opened.compaction.run()
    return !opened.room.log.hasUnsaved
  }

  /** Throws away a document that is damaged or outdated. Its editors come back to one that is built from the log. */
  evict(room: LessonRoom, code: number = closeCodes.tryLater, reason = 'the lesson is loaded anew'): void {
    this.#log.warn({ lessonId: room.lessonId }, 'a lesson is evicted')
    this.tally.evicted++
    room.closeAll(code, reason)
    const documents = this.#hocuspocus?.documents
    if (documents?.get(room.document.name) === room.document) documents.delete(room.document.name)
    room.document.destroy()
  }

  /** Writes the JSON of all open lessons now. */
  async flushProjections(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ projection }) => projection.flush()))
  }

  /** Resolves when every document is unloaded, which follows from its last editor's leaving, or when it is too late. */
  async emptied(): Promise<void> {
    while (this.#open.size > 0 && !this.#isEnded) await delay(20)
  }

  end(): void {
    this.#isEnded = true
    clearInterval(this.#sweep)
    this.projector.end()
    for (const { room, projection } of this.#open.values()) {
      projection.end()
      for (const session of room.sessions) session.end()
    }
  }

  #changed(lessonId: number): void {
    this.#open.get(lessonId)?.projection.touch()
    this.#tell(lessonId)
  }

  #tell(lessonId: number): void {
    for (const listener of this.#listeners) {
      try {
        listener(lessonId)
      } catch (error) {
        this.#log.error({ err: error, lessonId }, 'after a change of a lesson')
      }
    }
  }

  #unloadIfLeft({ document }: LessonRoom): void {
    if (document.getConnectionsCount() > 0) return
    this.#hocuspocus?.unloadDocument(document).catch((error: unknown) => this.#log.error({ err: error }, 'unloading'))
  }

  #forget({ room, projection, replica }: OpenRoom): void {
    if (this.#open.get(room.lessonId)?.room === room) this.#open.delete(room.lessonId)
    projection.end()
    replica.close()
    for (const session of room.sessions) session.end()
    if (projection.isDirty || room.log.hasUnsaved) this.projector.later(room.lessonId)
  }
}
