import { createLogger, type Database } from '@anawim/db'
import { newContent } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createJobs, readJobsConfig } from '../src/index.ts'
import { openSchool, withShape } from './open-school.ts'

let db: Database
let databaseUrl: string
let close: () => Promise<void>
let authorId: number

beforeAll(async () => void ({ db, url: databaseUrl, close, authorId } = await openSchool()))
afterAll(() => close())

const startJobs = () =>
  createJobs({
    db,
    databaseUrl,
    log: createLogger('jobs-test'),
    config: { ...readJobsConfig({}), thumbnailDelaySeconds: 0, pollSeconds: 0.5 },
  })

const thumbnailOf = async (lessonId: number) => (await db.lessons.byId(lessonId))?.thumbnail ?? null

test('a lesson that was there before the jobs started gets its picture', async () => {
  const lesson = await db.lessons.create({ title: 'Bản đồ', authorId, content: withShape('#ff0000') })
  const jobs = await startJobs()
  try {
    await vi.waitFor(
      async () => expect(await thumbnailOf(lesson.id)).toMatch(/^\/media\/[\w-]{22}\/thumbnail\.png$/),
      15_000,
    )
  } finally {
    await jobs.close()
  }
})

test('a new lesson gets its picture at once, and an edit replaces it, under a new address, and the old file is gone', async () => {
  const jobs = await startJobs()
  try {
    const lesson = await db.lessons.create({ title: 'Bản đồ', authorId, content: withShape('#ff0000') })
    const first = await vi.waitFor(async () => {
      const url = await thumbnailOf(lesson.id)
      expect(url).not.toBeNull()
      return url as string
    }, 15_000)
    const before = await db.blobs.read(first.replace('/media/', ''))

    const [updateId = ''] = await db.updates.append([{ lessonId: lesson.id, update: new Uint8Array([0, 0]), authorId }])
    await db.lessons.writeProjection(lesson.id, withShape('#0000ff'), updateId)

    await vi.waitFor(async () => expect(await thumbnailOf(lesson.id)).not.toBe(first), 15_000)
    const second = (await thumbnailOf(lesson.id)) as string
    const after = await db.blobs.read(second.replace('/media/', ''))
    expect(Buffer.from(after).equals(Buffer.from(before))).toBe(false)
    await vi.waitFor(async () => {
      await expect(db.blobs.read(first.replace('/media/', ''))).rejects.toThrow()
    })
  } finally {
    await jobs.close()
  }
}, 40_000)

test('a lesson that becomes empty loses its picture, and is not asked for again', async () => {
  const jobs = await startJobs()
  try {
    const lesson = await db.lessons.create({ title: 'Trang trắng', authorId, content: withShape('#00ff00') })
    await vi.waitFor(async () => expect(await thumbnailOf(lesson.id)).not.toBeNull(), 15_000)
    const [updateId = ''] = await db.updates.append([{ lessonId: lesson.id, update: new Uint8Array([0, 0]), authorId }])
    await db.lessons.writeProjection(lesson.id, newContent('p1', 'Trang 1'), updateId)
    await vi.waitFor(async () => expect(await thumbnailOf(lesson.id)).toBeNull(), 15_000)
    expect(await db.lessons.needingThumbnail(100)).not.toContain(lesson.id)
  } finally {
    await jobs.close()
  }
}, 40_000)
