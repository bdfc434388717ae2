import { newContent, type LessonContent } from '@anawim/lesson'
import { createDocState } from '@anawim/lesson/doc'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MadeCanvas, ShippedTemplate, UserRow } from '@anawim/db'
import { testDatabase, type TestDatabase } from '@anawim/db/testing'
import { person } from './people.ts'

let database: TestDatabase
let admin: UserRow
beforeAll(async () => {
  database = await testDatabase()
  admin = await person(database.db, 'admin')
})
beforeEach(async () => {
  await database.db.knex('templates').delete()
})
afterAll(() => database.close())

const page = (name: string) => newContent('p1', name)
const details = { name: 'Từ mới', description: '', language: 'vi', category: 'knowledge' } as const
const own = (more: object = {}) => ({
  ...details,
  structure: JSON.stringify(page('Trang 1')),
  authorId: admin.id,
  isProposal: false,
  ...more,
})
const make = async (json: string): Promise<MadeCanvas> => ({
  json,
  state: createDocState(JSON.parse(json) as LessonContent),
})
const published = { isPublished: true, skip: 0, limit: 10 }
const shipped = (slug: string, name = slug): ShippedTemplate => ({ ...details, slug, name, structure: page(name) })

test('what comes with the product is made once, and what was changed or removed stays so', async () => {
  const { templates } = database.db
  expect(await templates.ship([shipped('a'), shipped('b')])).toBe(2)
  const [first, second] = (await templates.list(published)).items
  await templates.update(first?.id ?? 0, { name: 'Của trường' })
  await templates.remove(second?.id ?? 0)
  expect(await templates.ship([shipped('a'), shipped('b'), shipped('c')])).toBe(1)
  expect((await templates.list(published)).items.map(({ name }) => name)).toEqual(['Của trường', 'c'])
})

test('teachers find only what is published, with accents and without', async () => {
  const { templates } = database.db
  const { id } = await templates.create(own())
  await templates.create(own({ name: 'Nháp' }))
  expect((await templates.list(published)).total).toBe(0)
  expect(await templates.structure(id, true)).toBeNull()
  await templates.publish(id)
  for (const search of ['từ mới', 'tu moi', 'MOI']) {
    expect((await templates.list({ ...published, search })).items).toMatchObject([{ id, state: 'published' }])
  }
  expect((await templates.list({ ...published, language: 'en' })).total).toBe(0)
  await templates.withdraw(id)
  expect((await templates.list({ ...published, isPublished: false })).items.map(({ state }) => state)).toEqual([
    'withdrawn',
    'draft',
  ])
})

test('a canvas is made when it is first edited, once, and becomes the structure when it is published', async () => {
  const { templates, lessons } = database.db
  const { id } = await templates.create(own())
  const opened = await Promise.all([1, 2, 3].map(() => templates.openCanvas(id, admin.id, make)))
  expect(new Set(opened).size).toBe(1)
  const lessonId = opened[0] ?? 0
  expect(await lessons.byId(lessonId)).toMatchObject({ title: 'Từ mới', isTemplate: true })
  await lessons.writeProjection(lessonId, page('Trang mới'), '1')
  expect(await templates.structure(id, false)).toContain('Trang 1')
  await templates.publish(id)
  expect(await templates.structure(id, true)).toContain('Trang mới')
})

test('order, and proposals that wait', async () => {
  const { templates } = database.db
  const ids: number[] = []
  for (const name of ['một', 'hai', 'ba']) ids.push((await templates.create(own({ name, isProposal: true }))).id)
  expect(await templates.waitingOf(admin.id)).toBe(3)
  await templates.order([ids[2] ?? 0, ids[0] ?? 0])
  const all = { ...published, isPublished: false }
  expect((await templates.list(all)).items.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'ba proposed',
    'một proposed',
    'hai proposed',
  ])
  await templates.publish(ids[0] ?? 0)
  await templates.remove(ids[1] ?? 0)
  expect(await templates.waitingOf(admin.id)).toBe(1)
})

test('a picture belongs to the structure that it was drawn of', async () => {
  const { templates } = database.db
  const { id } = await templates.create(own())
  const first = await templates.undrawn()
  expect(first).toMatchObject({ id, structure: page('Trang 1') })
  if (!first) return
  await templates.update(id, { name: 'Khác' })
  expect(await templates.setDrawn(id, first.updatedAt, '/media/cũ')).toBe('/media/cũ')
  const second = await templates.undrawn()
  expect(await templates.setDrawn(id, second?.updatedAt ?? new Date(), '/media/mới')).toBeNull()
  expect(await templates.undrawn()).toBeNull()
  expect(await templates.byId(id)).toMatchObject({ thumbnail: '/media/mới' })
})

test('removing one trashes its canvas and leaves the lessons that were made from it', async () => {
  const { templates, lessons } = database.db
  const { id } = await templates.create(own())
  const lessonId = (await templates.openCanvas(id, admin.id, make)) ?? 0
  const made = await lessons.create({ title: 'Bài', authorId: admin.id, templateId: id, content: page('x') })
  expect(await templates.remove(id)).toBe(true)
  expect(await templates.remove(id)).toBe(false)
  expect(await lessons.byId(lessonId)).toMatchObject({ deletedAt: expect.any(Date) })
  expect(await lessons.byId(made.id)).toMatchObject({ templateId: id, deletedAt: null })
})
