/**
 * The reading thread: copies of the open lessons, fed with the same updates, from which everything that reads is made: JSON, snapshots, and what viewers see. It
 * writes nothing and decides nothing; what goes wrong with one lesson is answered, and touches no other.
 */
import type { LessonContent } from '@anawim/lesson'
import { readContent } from '@anawim/lesson/doc'
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { fillDocument } from '../rooms/load-lesson.ts'
import type { FromReader, QuestionName, Questions, ToReader, ViewSource } from './questions.ts'
import { ReaderVersions } from './reader-versions.ts'
import { ReplicaDocument } from './replica-document.ts'

type Answers = {
  [Name in QuestionName]: (
    question: Questions[Name]['ask'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>
}

const replicas = new Map<number, ReplicaDocument>()
const lessons = new Map<number, ReaderVersions>()

function replicaOf(number: number): ReplicaDocument {
  const replica = replicas.get(number)
  if (!replica) throw new Error('there is no such document')
  return replica
}

function versionsOf(lessonId: number): ReaderVersions {
  const versions = lessons.get(lessonId) ?? new ReaderVersions()
  lessons.set(lessonId, versions)
  return versions
}

function contentOf(source: ViewSource): LessonContent {
  return 'json' in source ? parse(source.json) : readContent(replicaOf(source.replica).document)
}

/** As a server wrote it. */
function parse(json: string): LessonContent {
  return JSON.parse(json) as LessonContent
}

const encoder = new TextEncoder()

const answers: Answers = {
  content({ replica, lessonId }) {
    const content = readContent(replicaOf(replica).document)
    lessons.get(lessonId)?.remember(content)
    return encoder.encode(JSON.stringify(content))
  },

  snapshot: ({ replica, stateVector }) => replicaOf(replica).snapshot(stateVector),

  view({ lessonId, title, source }) {
    const startedAt = performance.now()
    const content = contentOf(source)
    const versions = versionsOf(lessonId)
    const moved = versions.advance(title, content)
    if ('json' in source) versions.remember(content)
    return { ...moved, ms: performance.now() - startedAt }
  },

  viewJson({ lessonId }) {
    const newest = lessons.get(lessonId)?.newest
    if (!newest) return null
    return { version: newest.version, json: JSON.stringify(newest.view).slice(1, -1) }
  },

  since({ lessonId, version, stored }) {
    const versions = versionsOf(lessonId)
    if (stored) versions.remember(parse(stored.json), stored.title)
    return versions.since(version)
  },

  project({ snapshot, updates }) {
    const document = new Y.Doc()
    const problems: string[] = []
    fillDocument(document, { snapshot, updates }, { error: ({ row }, text) => problems.push(`${text} (row ${row})`) })
    const json = encoder.encode(JSON.stringify(readContent(document)))
    document.destroy()
    return { json, problems }
  },
}

async function answer(id: number, work: () => unknown): Promise<void> {
  const message = await settle(id, work)
  const bytes = 'answer' in message ? buffersOf(message.answer) : []
  parentPort?.postMessage(message, bytes)
}

async function settle(id: number, work: () => unknown): Promise<FromReader> {
  try {
    return { id, answer: await work() }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Handed over rather than copied. Those that share a buffer with others are copied all the same. */
function buffersOf(given: unknown): ArrayBuffer[] {
  const values = given instanceof Uint8Array ? [given] : typeof given === 'object' && given ? Object.values(given) : []
  return values.flatMap((value: unknown) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
}

function take(message: ToReader): void {
  switch (message.type) {
    case 'open':
      replicas.get(message.replica)?.close()
      replicas.set(message.replica, new ReplicaDocument(message.updates))
      return
    case 'update':
      return replicas.get(message.replica)?.take(message.updates)
    case 'close':
      replicas.get(message.replica)?.close()
      replicas.delete(message.replica)
      return
    case 'forget':
      lessons.delete(message.lessonId)
      return
    case 'ask': {
      const { id, name, question } = message
      const work = answers[name] as (question: unknown) => unknown
      void answer(id, () => work(question))
    }
  }
}

parentPort?.on('message', (messages: ToReader[]) => messages.forEach(take))
