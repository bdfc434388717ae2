/** What a simulated person is to the crowd that it belongs to. */
import type { Door } from './door.ts'

export interface ClientEvents {
  /** Another's edit came: whose, its number there, and when it was made (see `stamp.ts`). */
  seen(author: string | number, number: number, stamp: number): void
  /** Our edits up to that number (from 1) are durable, says the server. */
  saved(number: number): void
}

export interface ClientOptions {
  door: Door
  /** The element of the lesson that it moves, such as `e0`; nobody else does. */
  element: string
  /** Elements of the lesson that are rectangles e0, e1, …. */
  elements: number
  /** Does it edit? Else it only receives. */
  isEditor: boolean
  /** Does it read what it gets, once it is in? Else it is only counted. */
  isSampled: boolean
  /** A newcomer to whom everything is sent, rather than one who comes back with what it knows. */
  isFresh: boolean
  events: ClientEvents
}

export interface Client {
  /** Resolves when it is in the lesson and gets what others do. */
  join(): Promise<void>
  /** Moves its element: the edit of that number, made now. */
  edit(number: number): void
  /** Shows a step of a drag in progress, beside the document. */
  drag(number: number): void
  /** To be called every few seconds, so that nobody takes it for dead. */
  stayAlive(): void
  /** Frames and bytes that came so far. */
  received(): { frames: number; bytes: number; presenceFrames: number }
  /** Why the other side closed it; null while it is open. */
  closed(): string | null
  leave(): void
}
