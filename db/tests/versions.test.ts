import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnawimEvent, UserRow } from '@anawim/db'
import { limits } from '@anawim/lesson'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { lesson, person } from './people.ts'

let harness: TestDatabase
let lan: UserRow
let minh: UserRow
beforeAll(async () => {
  harness = await testDatabase({ versionMinutes: 10 })
  lan = await person(harness.db, 'teacher', 'Lan')
  minh = await person(harness.db, 'teacher', 'Minh')
})
afterAll(() => harness.close())
const db = () => harness.db

const bytes = (text: string) => Buffer.from(text)
const newLesson = async () => (await lesson(db(), lan)).id
const names = (people: { fullName: string }[]) => people.map(({ fullName }) => fullName)

async function edit(lessonId: number, text: string, author: UserRow | null = lan): Promise<string> {
  const rows = [{ lessonId, update: bytes(text), authorId: author?.id ?? null }]
  return (await db().updates.append(rows))[0] ?? ''
}

/** Merges all of the log into a snapshot that says so. */
async function compact(lessonId: number, packed = true): Promise<void> {
  const log = await db().updates.load(lessonId)
  if (!log) throw new Error('no such lesson')
  const text = `${log.updates.map(({ update }) => Buffer.from(update).toString()).join('')}!`
  await db().updates.compact(lessonId, {
    mergedIds: log.updates.map(({ id }) => id),
    snapshot: bytes(text),
    packed: packed ? gzipSync(text) : undefined,
    lastId: log.lastId,
    baseId: log.baseId,
  })
}

/** Puts snapshot and versions that many minutes into the past. */
async function wait(lessonId: number, minutes: number): Promise<void> {
  const past = db().knex.raw(`- ? * interval '1 minute'`, [minutes])
  await db()
    .knex('lesson_snapshots')
    .where({ lesson_id: lessonId })
    .update({ updated_at: db().knex.raw('updated_at ?', [past]) })
  await db()
    .knex('lesson_versions')
    .where({ lesson_id: lessonId })
    .update({ created_at: db().knex.raw('created_at ?', [past]) })
}

test('a version holds the snapshot and the rows after it, as they stood, whatever is merged later', async () => {
  const id = await newLesson()
  const first = await db().updates.load(id)
  await edit(id, 'a')
  await edit(id, 'b', minh)
  const version = await db().versions.keep(id, { name: 'Trước khi dạy', authorId: minh.id })
  if (!version || version === 'too_many') throw new Error('not kept')
  expect(version).toMatchObject({ name: 'Trước khi dạy', author: { fullName: 'Minh' }, thumbnail: null })
  expect(names(version.editors)).toEqual(['Lan', 'Minh'])
  await edit(id, 'c')
  await compact(id)
  expect(await db().versions.states(id, version.id)).toEqual({
    packed: null,
    updates: [first?.snapshot, bytes('a'), bytes('b')],
  })
})

test('what was packed is kept packed, with only the rows after it beside', async () => {
  const id = await newLesson()
  await edit(id, 'a')
  await compact(id)
  await edit(id, 'b')
  const version = await db().versions.keep(id, { name: null, authorId: lan.id })
  if (!version || version === 'too_many') throw new Error('not kept')
  expect(await db().versions.states(id, version.id)).toEqual({ packed: gzipSync('a!'), updates: [bytes('b')] })
})

test('of a state that was kept already there is no second version: it is named', async () => {
  const id = await newLesson()
  await edit(id, 'a')
  const first = await db().versions.keep(id, { name: null, authorId: null })
  expect(await db().versions.keep(id, { name: null, authorId: null })).toEqual(first)
  await db().versions.keep(id, { name: 'Bản nộp', authorId: minh.id })
  const all = await db().versions.list(id)
  expect(all.map(({ name, author }) => [name, author?.fullName])).toEqual([['Bản nộp', 'Minh']])
  await db().versions.keep(id, { name: 'Bản nộp, lần hai', authorId: lan.id })
  expect(await db().versions.list(id)).toHaveLength(2)
})

test('compacting keeps the snapshot that it replaces, with who edited, and not twice within ten minutes', async () => {
  const id = await newLesson()
  await wait(id, 60)
  await edit(id, 'a', lan)
  await compact(id)
  expect(await db().versions.list(id)).toHaveLength(1)
  await wait(id, 60)
  await edit(id, 'b', minh)
  await compact(id)
  const [newest] = await db().versions.list(id)
  expect(newest && (await db().versions.states(id, newest.id))).toEqual({ packed: gzipSync('a!'), updates: [] })
  await edit(id, 'c', null)
  await compact(id)
  await edit(id, 'd', lan)
  await compact(id)
  const all = await db().versions.list(id)
  expect(all).toHaveLength(3)
  expect(all.map(({ editors }) => names(editors))).toEqual([['Minh'], ['Lan'], []])
})

test('a refused compaction keeps nothing', async () => {
  const id = await newLesson()
  const row = await edit(id, 'a')
  const wrong = { mergedIds: [row, '999999999'], snapshot: bytes('x'), lastId: row, baseId: '0' }
  await expect(db().updates.compact(id, wrong)).rejects.toThrow(/compacted/)
  expect(await db().versions.list(id)).toEqual([])
})

test('an edited lesson gets a version by itself, once for each state', async () => {
  const id = await newLesson()
  const content = (await db().lessons.withContent(id))?.content
  if (!content) throw new Error('no content')
  expect(await db().versions.needingVersion(100)).not.toContain(id)
  const project = async (row: string) => db().lessons.writeProjection(id, content, row)
  await project(await edit(id, 'a'))
  expect(await db().versions.needingVersion(100)).toContain(id)
  await db().versions.keepAutomatic(id)
  await db().versions.keepAutomatic(id)
  expect(await db().versions.needingVersion(100)).not.toContain(id)
  await project(await edit(id, 'b', minh))
  await db().versions.keepAutomatic(id)
  expect((await db().versions.list(id)).map(({ editors }) => names(editors))).toEqual([['Minh'], ['Lan']])
})

test('those without a name are thinned to thirty; those with one stay', async () => {
  const id = await newLesson()
  await edit(id, '0')
  await db().versions.keep(id, { name: 'Đầu năm', authorId: lan.id })
  for (let day = 0; day < 40; day++) {
    await wait(id, 24 * 60)
    await edit(id, String(day))
    await db().versions.keep(id, { name: null, authorId: null })
  }
  const all = await db().versions.list(id)
  expect(all.filter(({ name }) => name === null)).toHaveLength(30)
  expect(all.at(-1)?.name).toBe('Đầu năm')
  const removed = await db().versions.removed(id)
  expect(removed).toHaveLength(10)
  await db().versions.forget(removed.map((version) => version.id))
  expect(await db().versions.removed(id)).toEqual([])
}, 30_000)

test('a name can be given, changed and, with its version, removed; of another lesson nothing is found', async () => {
  const [id, other] = [await newLesson(), await newLesson()]
  const kept = await db().versions.keep(id, { name: null, authorId: null })
  if (!kept || kept === 'too_many') throw new Error('not kept')
  const by = { authorId: minh.id }
  expect(await db().versions.rename(id, kept.id, { name: 'Một', ...by })).toMatchObject({ name: 'Một' })
  expect(await db().versions.rename(id, kept.id, { name: 'Hai', authorId: lan.id })).toMatchObject({
    name: 'Hai',
    author: { fullName: 'Minh' },
  })
  expect(await db().versions.rename(other, kept.id, { name: 'Ba', ...by })).toBeNull()
  expect(await db().versions.states(other, kept.id)).toBeNull()
  expect(await db().versions.remove(other, kept.id)).toBe(false)
  expect(await db().versions.remove(id, kept.id)).toBe(true)
  expect(await db().versions.remove(id, kept.id)).toBe(false)
  expect(await db().versions.byId(id, kept.id)).toBeNull()
  expect(await db().versions.states(id, kept.id)).toBeNull()
  expect(await db().versions.list(id)).toEqual([])
})

test('names are many, but not without end', async () => {
  const id = await newLesson()
  const named = (count: number) => ({ name: `Bản ${count}`, authorId: lan.id })
  for (let count = 0; count < limits.namedVersions; count++) await db().versions.keep(id, named(count))
  expect(await db().versions.keep(id, named(-1))).toBe('too_many')
  const automatic = await db().versions.keep(id, { name: null, authorId: null })
  if (!automatic || automatic === 'too_many') throw new Error('not kept')
  expect(await db().versions.rename(id, automatic.id, named(-1))).toBe('too_many')
  const [one] = await db().versions.list(id)
  await db().versions.remove(id, one?.name === null ? automatic.id - 1 : (one?.id ?? 0))
  expect(await db().versions.keep(id, named(-1))).toMatchObject({ name: 'Bản -1' })
}, 30_000)

test('each version is said once it is committed, and drawn once', async () => {
  const id = await newLesson()
  const said: AnawimEvent[] = []
  const stop = db().events.on((event) => void said.push(event))
  const kept = await db().versions.keep(id, { name: 'Một', authorId: lan.id })
  if (!kept || kept === 'too_many') throw new Error('not kept')
  await expect.poll(() => said).toContainEqual({ type: 'version', lessonId: id })
  stop()
  expect(await db().versions.needingUpkeep(100)).toContain(id)
  const undrawn = await db().versions.undrawn(id)
  expect(undrawn?.id).toBe(kept.id)
  const drawn = { thumbnail: '/media/x/version.png', packed: gzipSync('packed') }
  expect(await db().versions.setDrawn(kept.id, drawn)).toBe(true)
  expect(await db().versions.undrawn(id)).toBeNull()
  expect(await db().versions.states(id, kept.id)).toEqual({ packed: gzipSync('packed'), updates: [] })
  expect((await db().versions.byId(id, kept.id))?.thumbnail).toBe('/media/x/version.png')
  await db().versions.remove(id, kept.id)
  expect(await db().versions.setDrawn(kept.id, drawn)).toBe(false)
  expect(await db().versions.removed(id)).toEqual([{ id: kept.id, thumbnail: '/media/x/version.png' }])
})

test('the packed snapshot is given with the row that it goes up to, and can be packed later', async () => {
  const id = await newLesson()
  const made = await db().snapshots.packed(id)
  expect(made).toMatchObject({ lastId: '0', packed: null })
  expect(made?.state?.length).toBeGreaterThan(10)
  await db().snapshots.setPacked(id, '0', gzipSync('first'))
  const tag = made?.tag ?? ''
  expect(tag).toMatch(/^0-\d+$/)
  expect(await db().snapshots.packed(id)).toEqual({ lastId: '0', tag, packed: gzipSync('first'), state: null })
  expect(await db().snapshots.packed(id, tag)).toEqual({ lastId: '0', tag, packed: null, state: null })
  const row = await edit(id, 'a')
  await compact(id)
  await db().snapshots.setPacked(id, '0', gzipSync('late'))
  const next = await db().snapshots.packed(id, tag)
  expect(next).toMatchObject({ lastId: row, packed: gzipSync('a!'), state: null })
  expect(next?.tag).not.toBe(tag)
  expect(await db().snapshots.packed(999_999)).toBeNull()
})
