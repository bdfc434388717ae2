/** One lesson's part of the log: what of it is durable, exactly. */
import type { LessonClient } from '@anawim/db'
import * as Y from 'yjs'
import type { Receipt } from './queued-update.ts'
import type { UpdateWriter } from './update-writer.ts'

/** Clocks that one update moved: Yjs client id → number of operations known of it afterwards. */
export type Clocks = ReadonlyMap<number, number>

export interface NewRow {
  update: Uint8Array
  /** Who made it; null: the server. */
  authorId: number | null
  clocks: Clocks
  /** Of client ids, what is to be durable with it. */
  clients?: readonly LessonClient[]
  /** Its commit need not come at once. */
  canWait?: boolean
  onCommitted?: () => void
}

export class LessonLog {
  readonly lessonId: number
  /** Ids of the rows since the last snapshot, all of them in the document. */
  rowIds: string[]
  /** Id of the newest durable row. */
  lastRowId: string
  #writer: UpdateWriter
  #durable: Map<number, number>
  #encoded: string | null = null
  #queued = 0
  #committed = 0
  #holds = 0
  #waiting: { position: number; resolve: (rowId: string) => void }[] = []
  #listeners = new Set<() => void>()
  #tell = () => {
    for (const listener of this.#listeners) listener()
  }

  /** `document` holds exactly what the log holds now: `rowIds`, and what they build on. */
  constructor(lessonId: number, writer: UpdateWriter, document: Y.Doc, rows: { ids: string[]; lastId: string }) {
    this.lessonId = lessonId
    this.#writer = writer
    // The clocks of what is integrated: rows that build on something missing are not in it.
    this.#durable = Y.decodeStateVector(Y.encodeStateVector(document))
    this.rowIds = rows.ids
    this.lastRowId = rows.lastId
  }

  /** Queues an update that was just applied, and returns its position in this lesson's log (from 1). */
  append({ update, authorId, clocks, clients, canWait, onCommitted }: NewRow): number {
    const position = ++this.#queued
    this.#writer.queue({
      lessonId: this.lessonId,
      update,
      authorId,
      clients,
      canWait,
      receipt: new RowReceipt((...row) => this.#commit(...row), position, clocks, onCommitted),
      afterCommit: this.#tell,
    })
    return position
  }

  /** Position of the newest update, durable or not. */
  get position(): number {
    return this.#queued
  }

  /** Everything up to this position is durable. */
  get committed(): number {
    return this.#committed
  }

  get hasUnsaved(): boolean {
    return this.#committed < this.#queued || this.#holds > 0
  }

  /** Does the server gather what it writes? */
  get isBusy(): boolean {
    return this.#writer.isBusy
  }

  /** Something is on its way here that is not queued yet: until `release` it counts as unsaved. */
  hold(): void {
    this.#holds++
  }

  release(): void {
    this.#holds--
    this.#tell()
  }

  /** The state vector (Yjs v1, base64) of what is durable. Encoded once a change, however many ask. */
  get durableStateVector(): string {
    this.#encoded ??= Buffer.from(Y.encodeStateVector(this.#durable)).toString('base64')
    return this.#encoded
  }

  /** Once all up to `position` are durable: resolves with the id of the newest row that holds nothing newer. */
  whenCommitted(position: number): Promise<string> {
    if (position <= this.#committed) return Promise.resolve(this.lastRowId)
    return new Promise((resolve) => this.#waiting.push({ position, resolve }))
  }

  /** `listener` is called after each commit, once for all of this lesson that it made durable. */
  onCommit(listener: () => void): void {
    this.#listeners.add(listener)
  }

  #commit(rowId: string, position: number, clocks: Clocks): void {
    const rowBefore = this.lastRowId
    this.#committed = position
    this.lastRowId = rowId
    this.rowIds.push(rowId)
    for (const [client, clock] of clocks) this.#durable.set(client, clock)
    this.#encoded = null
    this.#waiting = this.#waiting.filter((waiter) => {
      if (waiter.position > position) return true
      // A merged row holds more than what was asked about: not all up to it is in what was read then.
      waiter.resolve(waiter.position === position ? rowId : rowBefore)
      return false
    })
  }
}

type Commit = (rowId: string, position: number, clocks: Clocks) => void

/** What a row makes durable: one update, or several that were merged while they waited. */
class RowReceipt implements Receipt {
  #commit: Commit
  #position: number
  #clocks: Clocks
  #listeners: (() => void)[]

  constructor(commit: Commit, position: number, clocks: Clocks, listener?: () => void) {
    this.#commit = commit
    this.#position = position
    this.#clocks = clocks
    this.#listeners = listener ? [listener] : []
  }

  absorb(next: Receipt): void {
    if (!(next instanceof RowReceipt)) throw new Error('no row of a lesson')
    this.#position = next.#position
    this.#clocks = new Map([...this.#clocks, ...next.#clocks])
    this.#listeners.push(...next.#listeners)
  }

  again(): Receipt {
    return new RowReceipt(this.#commit, this.#position, new Map())
  }

  committed(rowId: string): void {
    this.#commit(rowId, this.#position, this.#clocks)
    for (const listener of this.#listeners) listener()
  }
}

/** What a transaction changed of the state vector. */
export function movedClocks(transaction: Y.Transaction): Clocks {
  const moved = new Map<number, number>()
  for (const [client, clock] of transaction.afterState) {
    if (transaction.beforeState.get(client) !== clock) moved.set(client, clock)
  }
  return moved
}
