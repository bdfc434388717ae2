/** What a load generator can be asked to do: the messages between the bench and the processes that simulate people. */
import type { Door } from './door.ts'
import type { Quantiles } from './quantiles.ts'

export interface Group {
  door: Door
  count: number
  /** How many of them edit: the first ones. */
  editors: number
  /** How many of them read what they get: the last ones of those who do not edit, else the last ones. */
  sampled: number
  /** Elements of the lesson. */
  elements: number
  isFresh?: boolean
}

export interface CrowdFigures {
  /** Seconds since the last `reset`. */
  seconds: number
  /** Edits that were sent. */
  sent: number
  /** Of one client in the middle. */
  framesPerSecond: number
  frames: number
  bytes: number
  presenceFrames: number
  /** Frames with edits, per second, of one sampled client. */
  flushesPerSecond: number
  /** Milliseconds from an edit to a sampled client; what was merged away counts with what replaced it. */
  seen: Quantiles | null
  /** Milliseconds from an edit to the word that it is saved. */
  saved: Quantiles | null
  /** Milliseconds that edits were sent too late, because the generator could not keep up. */
  late: Quantiles | null
  /** Processor seconds of this generator. */
  cpu: number
  /** Who was thrown out, and why. */
  closed: string[]
}

export interface CrowdCalls {
  /** Lets them in, `atOnce` of them at the same time. Answers the bytes that each of them got, in the middle, and the ms it took. */
  join(request: { groups: Group[]; atOnce: number }): Promise<{ bytes: number; ms: number }>
  /** Every editor of this process begins to edit `rate` times a second, evenly spread. */
  edit(request: { rate: number }): Promise<void>
  /** They stop. */
  rest(): Promise<void>
  /** Counts from here. */
  reset(): Promise<void>
  figures(): Promise<CrowdFigures>
  /** All of them go. */
  leave(): Promise<void>
}

export type CrowdRequest = {
  [Name in keyof CrowdCalls]: { id: number; name: Name; argument: unknown }
}[keyof CrowdCalls]
export type CrowdReply = { id: number; result?: unknown; error?: string }
