/** Runs on a thread of its own, `live-thread.ts`: to read a large lesson, strip it and name its version takes tens of milliseconds. */
import { readerVersion } from '@anawim/db/reader-version'
import { forReaders, type LessonContent } from '@anawim/lesson'
import { answerWork } from './answer-work.ts'

const tasks = {
  /** `json`: `lessons.content`. `body`: `{version, title, content}` as JSON, UTF-8. */
  make({ title, json }: { title: string; json: string }): { version: string; body: Uint8Array } {
    const view = { title, content: forReaders(JSON.parse(json) as LessonContent) }
    const version = readerVersion(view)
    return { version, body: new TextEncoder().encode(JSON.stringify({ version, ...view })) }
  },
}

export type LiveTasks = typeof tasks

answerWork(tasks)
