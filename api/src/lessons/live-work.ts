/**
 * Runs on a thread of its own: to read a large lesson, strip it and name its version takes tens of milliseconds, in which the sockets of the same process would stand
 * still. `live-thread.ts` is the other end.
 */
import { readerVersion } from '@anawim/db/reader-version'
import { forReaders, type LessonContent } from '@anawim/lesson'
import { parentPort } from 'node:worker_threads'

export interface LiveQuestion {
  id: number
  title: string
  /** `lessons.content`. */
  json: string
}

/** `body`: `{version, title, content}` as JSON, UTF-8. */
export type LiveAnswer = { id: number; version: string; body: Uint8Array } | { id: number; failure: string }

function answer({ id, title, json }: LiveQuestion): LiveAnswer {
  try {
    const view = { title, content: forReaders(JSON.parse(json) as LessonContent) }
    const version = readerVersion(view)
    return { id, version, body: new TextEncoder().encode(JSON.stringify({ version, ...view })) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (question: LiveQuestion) => parentPort?.postMessage(answer(question)))
