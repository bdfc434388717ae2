/** The copy of one open lesson's document in the reading thread. Asked in a turn, it answers of the document as it is in that turn. */
import * as Y from 'yjs'
import type { Questions, Snapshot, ToReader, ViewAnswer } from './questions.ts'
import { ReaderAwayError, type Reader } from './reader.ts'

/** Bytes of updates that may wait until somebody asks. */
const MOST_WAITING = 1024 * 1024

export class Replica {
  #reader: Reader
  #document: Y.Doc
  #lessonId: number
  #number: number
  /** Of the thread that holds a copy; 0: none does. */
  #epoch = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

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
    this.#waiting.push(update)
    this.#waitingBytes += update.byteLength
    if (this.#waitingBytes > MOST_WAITING) this.#reader.tell(...this.#catchingUp())
  }

  /** What the copy must be told to be what the document is. */
  #catchingUp(): ToReader[] {
    if (this.#epoch !== this.#reader.epoch) return [this.#opening([Y.encodeStateAsUpdate(this.#document)])]
    if (this.#waiting.length === 0) return []
    const updates = this.#waiting
    this.#waiting = []
    this.#waitingBytes = 0
    return [{ type: 'update', replica: this.#number, updates }]
  }

  #opening(updates: Uint8Array[]): ToReader {
    this.#epoch = this.#reader.epoch
    this.#waiting = []
    this.#waitingBytes = 0
    return { type: 'open', replica: this.#number, updates: updates.map(withoutRoom) }
  }
}

/** Of a view of a larger buffer all of that buffer would be copied. */
function withoutRoom(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}
