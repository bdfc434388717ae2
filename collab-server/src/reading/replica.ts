/** The copy of one open lesson's document in the reading thread. Asked in a turn, it answers of the document as it is in that turn. */
import * as Y from 'yjs'
import type { Questions, Snapshot, ToReader, ViewAnswer } from './questions.ts'
import { ReaderAwayError, type Reader } from './reader.ts'

/** Bytes of updates that may wait until somebody asks. */
const MOST_WAITING = 1024 * 1024

/** Waiting updates from which on it is asked whether the difference is less than all of them: a power of two. */
const MANY_WAITING = 8

/** So many structs of the document are looked through faster than one more update is applied. */
const STRUCTS_PER_UPDATE = 8

export class Replica {
  #reader: Reader
  #document: Y.Doc
  #lessonId: number
  #number: number
  /** Of the thread that holds a copy; 0: none does. */
  #epoch = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  /** So many have come that nothing is kept of them: the difference will be told. */
  #isBehind = false
  /** The state vector of what it was told last. */
  #told: Uint8Array | undefined = undefined

  /** `updates` together make the document as it is now; null: it is encoded when it is needed. */
  constructor(reader: Reader, document: Y.Doc, lessonId: number, updates: Uint8Array[] | null) {
    this.#reader = reader
    this.#document = document
    this.#lessonId = lessonId
    this.#number = reader.nextNumber()
    if (updates) reader.tell(this.#opening(updates))
    document.on('update', (update: Uint8Array) => this.#follow(update))
  }

  /** The JSON of the lesson, as UTF-8. */
  content(): Promise<Uint8Array> {
    return this.#ask('content', { replica: this.#number, lessonId: this.#lessonId })
  }

  snapshot(): Promise<Snapshot> {
    return this.#ask('snapshot', { replica: this.#number, stateVector: Y.encodeStateVector(this.#document) })
  }

  /** Moves what readers see to what the lesson is now. */
  view(title: string): Promise<ViewAnswer> {
    return this.#ask('view', { lessonId: this.#lessonId, title, source: { replica: this.#number } })
  }

  close(): void {
    this.#waiting = []
    this.#epoch = 0
    this.#reader.tell({ type: 'close', replica: this.#number })
  }

  async #ask<Name extends 'content' | 'snapshot' | 'view'>(
    name: Name,
    question: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer']> {
    try {
      return await this.#reader.ask(name, question, this.#catchingUp())
    } catch (error) {
      // Whatever it was: a new copy is made of the document for the next question.
      if (!(error instanceof ReaderAwayError)) this.#epoch = 0
      throw error
    }
  }

  #follow(update: Uint8Array): void {
    if (this.#epoch !== this.#reader.epoch) return
    if (this.#isBehind) return
    this.#waiting.push(update)
    this.#waitingBytes += update.byteLength
    if (this.#waitingBytes > MOST_WAITING) this.#reader.tell(...this.#catchingUp())
    else if (this.#isDifferenceLess()) {
      // Of a box that was moved fifty times, only where it is now is news.
      this.#isBehind = true
      this.#waiting = []
    }
  }

  /** What the copy must be told to be what the document is. */
  #catchingUp(): ToReader[] {
    if (this.#epoch !== this.#reader.epoch) return [this.#opening([Y.encodeStateAsUpdate(this.#document)])]
    if (this.#waiting.length === 0 && !this.#isBehind) return []
    const updates = this.#isBehind ? [withoutRoom(Y.encodeStateAsUpdate(this.#document, this.#told))] : this.#waiting
    this.#tellAll()
    return [{ type: 'update', replica: this.#number, updates }]
  }

  /** To find the difference all of the document is looked through: worth it when that is little beside what waits. Asked at 8, 16, 32, … of them. */
  #isDifferenceLess(): boolean {
    const { length } = this.#waiting
    if (length < MANY_WAITING || (length & (length - 1)) !== 0) return false
    const { clients } = this.#document.store
    const most = length * STRUCTS_PER_UPDATE
    if (clients.size > most) return false
    let structs = 0
    for (const own of clients.values()) structs += own.length
    return structs <= most
  }

  #tellAll(): void {
    this.#waiting = []
    this.#waitingBytes = 0
    this.#isBehind = false
    this.#told = Y.encodeStateVector(this.#document)
  }

  #opening(updates: Uint8Array[]): ToReader {
    this.#epoch = this.#reader.epoch
    this.#tellAll()
    return { type: 'open', replica: this.#number, updates: updates.map(withoutRoom) }
  }
}

/** Of a view of a larger buffer all of that buffer would be copied. */
function withoutRoom(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}
