import type { AnawimEvent, Database } from '@anawim/db'
import type { Logger } from 'pino'
import type { JobsConfig } from './config.ts'

/** What every job may use. */
export interface JobContext {
  db: Database
  config: JobsConfig
  log: Logger
}

/** What happened to one lesson. */
export type LessonEvent = Extract<AnawimEvent, { lessonId: number }>

/** The canvas was written anew. */
export const isOfContent = (event: LessonEvent): boolean => event.type === 'content'

/** One kind of work on lessons: what it does, and when there is some to do. */
export interface LessonJob {
  /** The queue's name in the database. */
  name: string
  /** Is there work on the event's lesson, now that this has happened? */
  isAskedBy(event: LessonEvent): boolean
  /** Seconds to wait before the work, so that one run serves a burst of edits. */
  delaySeconds(config: JobsConfig): number
  /** Ids of lessons that wait for this work: asked at start, when events may have been missed. */
  missing(context: JobContext): Promise<number[]>
  /** Does the work; a rejection is retried by the queue. */
  run(context: JobContext, lessonId: number): Promise<void>
}

/** One kind of work on the whole server: at every start, when it is asked for, and again after some time. */
export interface ServerJob {
  /** The queue's name in the database. */
  name: string
  /** Is there work, now that this has happened? */
  isAskedBy(event: AnawimEvent): boolean
  /** Seconds to wait before the work. */
  delaySeconds: number
  /** Hours until it is done again though nothing asks for it; null: never. */
  everyHours(config: JobsConfig): number | null
  /** Does the work; a rejection is retried by the queue. */
  run(context: JobContext): Promise<void>
}
