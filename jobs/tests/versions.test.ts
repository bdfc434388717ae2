import { createLogger, type Database } from '@anawim/db'
import { readStates } from '@anawim/lesson/doc'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createJobs, readJobsConfig } from '../src/index.ts'
import { openSchool, withShape } from './open-school.ts'

let db: Database
let databaseUrl: string
let close: () => Promise<void>
let authorId: number
let jobs: { close(): Promise<void> }

beforeAll(async () => void ({ db, url: databaseUrl, close, authorId } = await openSchool()))
afterAll(() => close())

beforeEach(async () => {
  const config = { ...readJobsConfig({}), thumbnailDelaySeconds: 0, pollSeconds: 0.5, versionMinutes: 0.001 }
  jobs = await createJobs({ db, databaseUrl, log: createLogger('jobs-test'), config })
})
afterEach(() => jobs.close())

const soon = { timeout: 15_000, interval: 100 }

const newLesson = async (fill: string) =>
  (await db.lessons.create({ title: 'Bản đồ', authorId, content: withShape(fill) })).id

async function keep(lessonId: number, name: string): Promise<number> {
  const kept = await db.versions.keep(lessonId, { name, authorId })
  if (!kept || kept === 'too_many') throw new Error('not kept')
  return kept.id
}

const drawn = (lessonId: number, id: number) =>
  vi.waitFor(async () => {
    const thumbnail = (await db.versions.byId(lessonId, id))?.thumbnail
    if (!thumbnail) throw new Error('not drawn yet')
    return thumbnail
  }, soon)

test('a version gets a picture, is packed to the same lesson, and takes its picture along when it is removed', async () => {
  const lessonId = await newLesson('#ff0000')
  const id = await keep(lessonId, 'Một')
  const thumbnail = await drawn(lessonId, id)
  const path = thumbnail.replace('/media/', '')
  expect((await db.blobs.read(path)).length).toBeGreaterThan(100)
  const states = await db.versions.states(lessonId, id)
  if (!states?.packed) throw new Error('not packed')
  expect(states.updates).toEqual([])
  expect(readStates({ state: gunzipSync(states.packed), updates: [] })).toEqual(withShape('#ff0000'))

  await db.versions.remove(lessonId, id)
  await vi.waitFor(() => expect(db.blobs.read(path)).rejects.toThrow(), soon)
  await vi.waitFor(async () => expect(await db.versions.removed(lessonId)).toEqual([]), soon)
}, 40_000)

test('one that cannot be opened stays as it is, and holds up no other', async () => {
  const lessonId = await newLesson('#00ff00')
  const rows = await db.updates.append([{ lessonId, update: new Uint8Array([7, 7, 7]), authorId }])
  const broken = await keep(lessonId, 'Hỏng')
  const before = await db.versions.states(lessonId, broken)
  await db.updates.compact(lessonId, {
    mergedIds: rows,
    snapshot: (await db.updates.load(lessonId))?.snapshot ?? new Uint8Array(),
    lastId: rows[0] ?? '0',
  })
  await drawn(lessonId, await keep(lessonId, 'Lành'))
  expect(await db.versions.states(lessonId, broken)).toEqual(before)
  expect(await db.versions.undrawn(lessonId)).toBeNull()
}, 40_000)

test('an edited lesson is kept by itself, once', async () => {
  const lessonId = await newLesson('#0000ff')
  const [row = ''] = await db.updates.append([{ lessonId, update: new Uint8Array([0, 0]), authorId }])
  await db.lessons.writeProjection(lessonId, withShape('#ffffff'), row)
  await vi.waitFor(async () => expect(await db.versions.list(lessonId)).toHaveLength(1), soon)
  const [kept] = await db.versions.list(lessonId)
  expect(kept).toMatchObject({ name: null, author: null, editors: [{ fullName: 'Lan' }] })
  await db.lessons.writeProjection(lessonId, withShape('#eeeeee'), row)
  await drawn(lessonId, kept?.id ?? 0)
  expect(await db.versions.list(lessonId)).toHaveLength(1)
}, 40_000)
