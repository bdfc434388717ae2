/** What the reading thread is told and asked. Messages are taken in the order in which they were sent, so an answer holds all that was sent before. */

/** What was made of a document that holds exactly the updates given before. */
export interface Snapshot {
  /** Yjs v1, decoded again into a fresh document and compared. */
  state: Uint8Array
  /** The same as Yjs v2, gzip. */
  packed: Uint8Array
}

/** Where a new version of what readers see is made from: an open document, or the JSON that is stored. */
export type ViewSource = { replica: number } | { json: string }

export interface ViewAnswer {
  version: string
  /** The version before, of which the thread still knows; null: of none. */
  from: string | null
  /** From `from` to `version`: JSON texts of changes, separated by commas. */
  changes: string
  /** Milliseconds that it took. */
  ms: number
}

/** Changes as above, up to `to`. */
export interface Since {
  to: string
  changes: string
}

export interface Questions {
  /** The JSON of that document, canonical, as UTF-8. `lessonId`: its readers' version is kept in mind. */
  content: { ask: { replica: number; lessonId: number }; answer: Uint8Array }
  /** `stateVector`: of the document that the replica follows. */
  snapshot: { ask: { replica: number; stateVector: Uint8Array }; answer: Snapshot }
  /** Moves what readers of that lesson see to what it is now. */
  view: { ask: { lessonId: number; title: string; source: ViewSource }; answer: ViewAnswer }
  /** `"title":…,"content":…` of the newest version. Null: the thread knows nothing of that lesson. */
  viewJson: { ask: { lessonId: number }; answer: { version: string; json: string } | null }
  /** From a version that was stored; `stored` is looked at when the thread does not remember it. Null: it is not known. */
  since: {
    ask: { lessonId: number; version: string; stored: { title: string; json: string } | null }
    answer: Since | null
  }
  /** The JSON of a log that nobody has open; `problems` are rows that could not be applied. */
  project: {
    ask: { snapshot: Uint8Array | null; updates: StoredRow[] }
    answer: { json: Uint8Array; problems: string[] }
  }
}

export interface StoredRow {
  id: string
  update: Uint8Array
}

export type QuestionName = keyof Questions

export type ToReader =
  /** A document from here on: these updates, in this order. One of the same number is replaced. */
  | { type: 'open'; replica: number; updates: Uint8Array[] }
  | { type: 'update'; replica: number; updates: Uint8Array[] }
  | { type: 'close'; replica: number }
  /** Nobody watches that lesson any more. */
  | { type: 'forget'; lessonId: number }
  | { [Name in QuestionName]: { type: 'ask'; id: number; name: Name; question: Questions[Name]['ask'] } }[QuestionName]

export type FromReader = { id: number; answer: unknown } | { id: number; error: string }
