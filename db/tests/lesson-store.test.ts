import { readContent } from '@anawim/lesson/doc'
import { contentSchema } from '@anawim/lesson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { content, lesson, person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase()
})
afterAll(() => harness.close())
const db = () => harness.db

describe('a lesson that was created', () => {
  test('has its canvas as JSON and as a document, and both say the same', async () => {
    const author = await person(db(), 'teacher', 'Cô Hoa')
    const canvas = contentSchema.parse(content(3))
    const { id, revision } = await lesson(db(), author, { title: 'Bài 1', content: canvas, duration: 45 })

    const row = await db().lessons.withContent(id)
    expect(row).toMatchObject({
      title: 'Bài 1',
      description: '',
      level: null,
      duration: 45,
      status: 'draft',
      isPublic: false,
      author: { id: author.id, fullName: 'Cô Hoa' },
      deletedAt: null,
      contentUpdateId: '0',
      content: canvas,
      revision,
    })
    expect(row?.createdAt).toBeInstanceOf(Date)

    const log = await db().updates.load(id)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, log?.snapshot ?? new Uint8Array())
    expect(log?.updates).toEqual([])
    expect(readContent(doc)).toEqual(canvas)
  })

  test('is composed and without U+0000, whatever keyboard wrote it', async () => {
    const author = await person(db(), 'teacher')
    const { title } = await lesson(db(), author, { title: 'Phân số\0'.normalize('NFD') })
    expect(title).toBe('Phân số')
  })
})

test('no lesson, account or file is found under a number that can be no id', async () => {
  for (const id of [0, -1, 1.5, Number.NaN, 3_000_000_000, Number.MAX_VALUE]) {
    expect(await db().lessons.byId(id)).toBeNull()
    expect(await db().lessons.withContent(id)).toBeNull()
    expect(await db().lessons.facts(id)).toBeNull()
    expect(await db().updates.load(id)).toBeNull()
    expect(await db().users.byId(id)).toBeNull()
    expect(await db().media.of(1, id)).toBeNull()
  }
})

describe('a lesson that is changed', () => {
  test('moves its revision, and refuses who has an older one', async () => {
    const author = await person(db(), 'teacher')
    const { id, revision } = await lesson(db(), author, { topic: 'Toán' })
    const renamed = await db().lessons.update(id, { title: 'Mới', topic: null }, revision)
    expect(renamed).toMatchObject({ title: 'Mới', topic: null, revision: revision + 1 })
    expect(await db().lessons.update(id, { title: 'Khác' }, revision)).toBe('stale')
    expect(await db().lessons.update(999_999, { title: 'Khác' })).toBeNull()
  })

  test('of two who hold the same revision only one wins', async () => {
    const author = await person(db(), 'teacher')
    const { id, revision } = await lesson(db(), author)
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((title) => db().lessons.update(id, { title }, revision)))
    expect(results.filter((result) => result === 'stale')).toHaveLength(3)
  })

  test('is published, withdrawn, put in the trash and restored', async () => {
    const author = await person(db(), 'teacher')
    const { id } = await lesson(db(), author)
    const published = await db().lessons.publish(id, { isPublic: true })
    expect(published).toMatchObject({ status: 'published', isPublic: true })
    expect(published?.publishedAt).toBeInstanceOf(Date)
    expect(await db().lessons.unpublish(id)).toMatchObject({ status: 'draft', publishedAt: null })
    expect((await db().lessons.trash(id))?.deletedAt).toBeInstanceOf(Date)

    expect(await db().lessons.trash(id)).toBeNull()
    expect(await db().lessons.update(id, { title: 'x' })).toBeNull()
    expect(await db().lessons.publish(id, { isPublic: true })).toBeNull()

    expect(await db().lessons.restore(id)).toMatchObject({ deletedAt: null, status: 'draft' })
    expect(await db().lessons.restore(id)).toBeNull()
  })
})

describe('what is computed from the canvas', () => {
  test('moves updated_at only when the canvas is another', async () => {
    const author = await person(db(), 'teacher')
    const before = await lesson(db(), author)
    await db().lessons.writeProjection(before.id, content(), '5')
    const same = await db().lessons.withContent(before.id)
    expect(same).toMatchObject({ revision: before.revision, updatedAt: before.updatedAt, contentUpdateId: '5' })

    await db().lessons.writeProjection(before.id, content(1), '6')
    const moved = await db().lessons.withContent(before.id)
    expect(moved?.revision).toBe(before.revision + 1)
    expect(moved?.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime())
    expect(moved?.content).toEqual(content(1))
  })

  test('an older canvas never replaces a newer one', async () => {
    const { id } = await lesson(db(), await person(db(), 'teacher'))
    await db().lessons.writeProjection(id, content(2), '10')
    await db().lessons.writeProjection(id, content(1), '9')
    expect((await db().lessons.withContent(id))?.content.pages[0]?.elements).toHaveLength(2)
  })

  test('is written for many lessons at once, each with its own', async () => {
    const author = await person(db(), 'teacher')
    const ids: number[] = []
    for (let turn = 0; turn < 5; turn++) ids.push((await lesson(db(), author)).id)
    await Promise.all(ids.map((id, place) => db().lessons.writeProjection(id, content(place + 1), '3')))
    const written = await Promise.all(ids.map((id) => db().lessons.withContent(id)))
    expect(written.map((row) => row?.content)).toEqual(ids.map((_, place) => content(place + 1)))
    expect(written.every((row) => row?.contentUpdateId === '3')).toBe(true)
  })

  test('keeps a text that holds U+0000', async () => {
    const { id } = await lesson(db(), await person(db(), 'teacher'))
    const odd = content()
    const named = { ...odd, pages: odd.pages.map((page) => ({ ...page, name: 'a\0b\ud800' })) }
    await db().lessons.writeProjection(id, named, '1')
    expect((await db().lessons.withContent(id))?.content).toEqual(named)
  })

  test('is asked for as long as the log is newer', async () => {
    const author = await person(db(), 'teacher')
    const { id } = await lesson(db(), author)
    expect(await db().lessons.needingProjection()).not.toContain(id)
    const [last = ''] = await db().updates.append([{ lessonId: id, update: Uint8Array.of(1), authorId: author.id }])
    expect(await db().lessons.needingProjection()).toContain(id)
    await db().updates.compact(id, { mergedIds: [last], snapshot: Uint8Array.of(2), lastId: last })
    expect(await db().lessons.needingProjection()).toContain(id)
    await db().lessons.writeProjection(id, content(1), last)
    expect(await db().lessons.needingProjection()).not.toContain(id)
  })

  test('a thumbnail is wanted once for each canvas, and the older one never wins', async () => {
    const { id } = await lesson(db(), await person(db(), 'teacher'))
    const isWanted = async () => (await db().lessons.needingThumbnail(1_000)).includes(id)
    expect(await isWanted()).toBe(true)
    expect(await db().lessons.setThumbnail(id, '/media/a', '0')).toBeNull()
    expect(await isWanted()).toBe(false)

    await db().lessons.writeProjection(id, content(1), '7')
    expect(await isWanted()).toBe(true)
    expect(await db().lessons.setThumbnail(id, '/media/b', '7')).toBe('/media/a')
    expect(await db().lessons.setThumbnail(id, '/media/old', '3')).toBe('/media/old')
    expect((await db().lessons.byId(id))?.thumbnail).toBe('/media/b')
    expect(await isWanted()).toBe(false)

    await db().lessons.writeProjection(id, content(1), '8')
    expect(await isWanted()).toBe(false)
  })
})
