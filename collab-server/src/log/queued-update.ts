/** What waits for its commit. */
import type { LessonClient } from '@anawim/db'

export interface QueuedUpdate {
  lessonId: number
  update: Uint8Array
  /** Who made it; null: the server. */
  authorId: number | null
  /** Of client ids, what is to be durable with it. */
  clients?: readonly LessonClient[] | undefined
  /** Nobody would be told of its commit right now: it may be gathered with others for a moment. */
  canWait?: boolean | undefined
  receipt: Receipt
  /** Called once for all that became durable together. */
  afterCommit: () => void
}

/** What is to be noted of an update once it is durable. */
export interface Receipt {
  /** Called in the order of queueing. `rowId` is the row's id in the log. */
  committed(rowId: string): void
  /** The next one of the same lesson goes in the same row: this one answers for both. */
  absorb(next: Receipt): void
  /** For one more row that says nothing new. */
  again(): Receipt
}
