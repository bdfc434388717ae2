import { CompactionConflictError, openDatabase, createLogger, DatabaseAwayError } from '@anawim/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { lesson, person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase()
})
afterAll(() => harness.close())
const db = () => harness.db

const bytes = (text: string) => new TextEncoder().encode(text)
const newLesson = async () => (await lesson(db(), await person(db(), 'teacher'))).id

async function texts(lessonId: number): Promise<string[]> {
  const log = await db().updates.load(lessonId)
  return (log?.updates ?? []).map(({ update }) => new TextDecoder().decode(update))
}

test('rows keep the order in which they were given, of several lessons in one batch', async () => {
  const [a, b] = [await newLesson(), await newLesson()]
  const given = Array.from({ length: 500 }, (_, index) => ({
    lessonId: index % 3 === 0 ? b : a,
    update: bytes(String(index)),
    authorId: null,
  }))
  const ids = await db().updates.append(given)
  expect(ids.map(BigInt)).toEqual(ids.map(BigInt).toSorted((x, y) => (x < y ? -1 : 1)))
  expect(new Set(ids).size).toBe(500)
  expect(await texts(a)).toEqual(
    given.filter(({ lessonId }) => lessonId === a).map((_, i) => String(i + Math.floor(i / 2) + 1)),
  )
  const log = await db().updates.load(b)
  expect(log?.updates.map(({ id }) => id)).toEqual(ids.filter((_, index) => index % 3 === 0))
  expect(log?.lastId).toBe(ids.at(-2))
})

test('any bytes come back as they were, those of a view into a larger buffer too', async () => {
  const id = await newLesson()
  const all = Uint8Array.from({ length: 1024 }, (_, index) => index % 256)
  await db().updates.append([
    { lessonId: id, update: all, authorId: null },
    { lessonId: id, update: all.subarray(100, 103), authorId: null },
    { lessonId: id, update: new Uint8Array(0), authorId: null },
  ])
  const log = await db().updates.load(id)
  expect(log?.updates.map(({ update }) => [...update])).toEqual([[...all], [100, 101, 102], []])
})

test('a batch is written as a whole or not at all', async () => {
  const id = await newLesson()
  const rows = [
    { lessonId: id, update: bytes('good'), authorId: null },
    { lessonId: 999_999, update: bytes('of no lesson'), authorId: null },
  ]
  await expect(db().updates.append(rows)).rejects.toThrow(/foreign key/)
  expect(await texts(id)).toEqual([])
  expect(await db().updates.append([])).toEqual([])
})

test('a lesson in the trash does not keep the others of a batch from being saved', async () => {
  const [kept, trashed] = [await newLesson(), await newLesson()]
  await db().lessons.trash(trashed)
  await db().updates.append([
    { lessonId: trashed, update: bytes('late'), authorId: null },
    { lessonId: kept, update: bytes('kept'), authorId: null },
  ])
  expect(await texts(kept)).toEqual(['kept'])
})

test('there is no log of no lesson', async () => {
  expect(await db().updates.load(999_999)).toBeNull()
})

test('compacting removes exactly the rows that were merged', async () => {
  const id = await newLesson()
  const [one = '', two = ''] = await db().updates.append(
    ['1', '2'].map((text) => ({ lessonId: id, update: bytes(text), authorId: null })),
  )
  const loaded = await db().updates.load(id)
  const [three = ''] = await db().updates.append([{ lessonId: id, update: bytes('3'), authorId: null }])
  const compaction = { mergedIds: [one, two], snapshot: bytes('12'), lastId: two, baseId: loaded?.baseId }
  await db().updates.compact(id, compaction)
  expect(await db().updates.load(id)).toEqual({
    snapshot: Buffer.from('12'),
    updates: [{ id: three, update: Buffer.from('3') }],
    lastId: three,
    baseId: two,
  })
  await expect(db().updates.compact(id, compaction)).rejects.toThrow(CompactionConflictError)
  expect((await db().updates.load(id))?.updates).toHaveLength(1)
})

test('a snapshot that does not build on the one that is there is refused, and nothing of the log is lost', async () => {
  const id = await newLesson()
  const append = async (text: string) =>
    (await db().updates.append([{ lessonId: id, update: bytes(text), authorId: null }]))[0] ?? ''
  const [ours, theirs] = [await append('ours'), await append('theirs')]
  await db().updates.compact(id, { mergedIds: [theirs], snapshot: bytes('theirs'), lastId: theirs, baseId: '0' })
  const late = { mergedIds: [ours], snapshot: bytes('ours'), lastId: ours, baseId: '0' }
  await expect(db().updates.compact(id, late)).rejects.toThrow(CompactionConflictError)
  expect(await texts(id)).toEqual(['ours'])
})

test('one who loads sees one moment, whatever is compacted meanwhile', async () => {
  const id = await newLesson()
  let snapshot = 0
  let isDone = false
  const write = async () => {
    let baseId = '0'
    for (let next = 1; next <= 60; next++) {
      const [row = ''] = await db().updates.append([{ lessonId: id, update: bytes(`${next}`), authorId: null }])
      if (next % 3 !== 0) continue
      const log = await db().updates.load(id)
      snapshot += log?.updates.length ?? 0
      const mergedIds = log?.updates.map((update) => update.id) ?? []
      await db().updates.compact(id, { mergedIds, snapshot: bytes(`${snapshot}`), lastId: row, baseId })
      baseId = row
    }
    isDone = true
  }
  const read = async () => {
    let last = 0
    while (!isDone) {
      const log = await db().updates.load(id)
      const merged = log?.baseId === '0' ? 0 : Number(new TextDecoder().decode(log?.snapshot ?? undefined))
      const held = merged + (log?.updates.length ?? 0)
      expect(held).toBeGreaterThanOrEqual(last)
      last = held
    }
  }
  await Promise.all([write(), read(), read()])
  expect(snapshot).toBe(60)
})

test('appending while the connection is cut throws DatabaseAwayError, and the next append works', async () => {
  const id = await newLesson()
  const other = await openDatabase({ url: harness.url, dataDir: harness.dataDir, log: createLogger('test') })
  try {
    let written = 0
    const failures: unknown[] = []
    const cutting = setInterval(() => {
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'anawim log' AND datname = current_database()`
      db()
        .knex.raw(cut)
        .catch(() => {})
    }, 5)
    for (let next = 0; next < 300; next++) {
      try {
        written += (await other.updates.append([{ lessonId: id, update: bytes(`${next}`), authorId: null }])).length
      } catch (error) {
        failures.push(error)
      }
    }
    clearInterval(cutting)
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.filter((failure) => !(failure instanceof DatabaseAwayError))).toEqual([])
    const kept = (await texts(id)).map(Number)
    expect(kept.length).toBeGreaterThanOrEqual(written)
    expect(kept).toEqual(kept.toSorted((a, b) => a - b))
  } finally {
    await other.close()
  }
})
