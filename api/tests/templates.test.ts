import type { LessonContent } from '@anawim/lesson'
import { ensureTemplates } from '@anawim/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let admin: Someone
let lan: Someone
beforeAll(async () => {
  api = await startApi()
  admin = await person(api, 'admin')
  lan = await person(api, 'teacher')
})
afterAll(() => api.close())

const fields = { name: 'Kế hoạch', language: 'vi', category: 'planning' } as const
const published = async () => {
  const { id } = (await admin.call('createTemplate', { body: fields })).answer
  await admin.call('publishTemplate', { params: { id } })
  return id
}
const contentOf = async (id: number): Promise<LessonContent> =>
  (await lan.call('getLesson', { params: { id } })).answer.content

describe('templates', () => {
  it('come with the product, twelve in each language, each with something to begin with', async () => {
    expect(await ensureTemplates(api.db)).toBe(24)
    expect(await ensureTemplates(api.db)).toBe(0)
    for (const language of ['vi', 'en'] as const) {
      const { items } = (await lan.call('listTemplates', { query: { language } })).answer
      expect(items).toHaveLength(12)
      for (const { id, name } of items) {
        const { answer } = await lan.call('createLesson', { body: { title: name, template_id: id } })
        expect(answer.template_id).toBe(id)
        expect(await contentOf(answer.id)).toEqual((await lan.call('getTemplate', { params: { id } })).answer.structure)
      }
    }
  })

  it('are edited as lessons that no list shows, and change nothing that was made from them', async () => {
    const id = await published()
    const before = (await lan.call('createLesson', { body: { title: 'Trước', template_id: id } })).answer
    const old = await contentOf(before.id)
    const { lesson_id: canvas } = (await admin.call('openTemplate', { params: { id } })).answer
    expect((await admin.call('collabToken', { params: { id: canvas }, body: {} })).status).toBe(200)
    expect((await lan.call('getLesson', { params: { id: canvas } })).status).toBe(404)
    const listed = (await admin.call('listLessons', { query: { limit: 100 } })).answer.items
    expect(listed.map((lesson) => lesson.id)).not.toContain(canvas)

    const [page] = old.pages
    if (!page) throw new Error('a lesson without a page')
    await api.db.lessons.writeProjection(canvas, { ...old, pages: [{ ...page, name: 'Đã đổi' }] }, '7')
    await admin.call('publishTemplate', { params: { id } })
    const after = (await lan.call('createLesson', { body: { title: 'Sau', template_id: id } })).answer
    expect((await contentOf(after.id)).pages[0]?.name).toBe('Đã đổi')
    expect(await contentOf(before.id)).toEqual(old)
  })

  it('are proposed by teachers, and nobody sees a proposal but admins', async () => {
    const id = await lessonOf(api, lan, { title: 'Bài hay' })
    const proposal = (await lan.call('proposeTemplate', { params: { id }, body: { ...fields, name: 'Bài hay' } }))
      .answer
    expect(proposal).toMatchObject({ state: 'proposed', author: { id: lan.id } })
    expect((await lan.call('getTemplate', { params: { id: proposal.id } })).status).toBe(404)
    expect((await lan.call('listTemplates', { query: { search: 'bai hay' } })).answer.total).toBe(0)
    const begun = await lan.call('createLesson', { body: { title: 'x', template_id: proposal.id } })
    expect([begun.status, begun.error.details?.[0]?.path]).toEqual([422, 'template_id'])
    await admin.call('publishTemplate', { params: { id: proposal.id } })
    expect((await lan.call('listTemplates', { query: { search: 'bai hay' } })).answer.total).toBe(1)
  })

  it('take no more proposals from one person than admins can read', async () => {
    const mai = await person(api, 'teacher')
    const id = await lessonOf(api, mai)
    const statuses: number[] = []
    for (let count = 0; count < 21; count++) {
      statuses.push((await mai.call('proposeTemplate', { params: { id }, body: fields })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 409])
  })

  it('answer 304 to who has the list already', async () => {
    const first = await lan.call('listTemplates', { query: {} })
    const etag = first.headers.get('etag') ?? ''
    expect((await lan.call('listTemplates', { query: {} }, { 'if-none-match': etag })).status).toBe(304)
    await published()
    expect((await lan.call('listTemplates', { query: {} }, { 'if-none-match': etag })).status).toBe(200)
  })

  it('begin a lesson in place of content, never beside it', async () => {
    const id = await published()
    const content = await contentOf((await lan.call('createLesson', { body: { title: 'x' } })).answer.id)
    const both = await lan.call('createLesson', { body: { title: 'x', template_id: id, content } })
    expect(both.status).toBe(422)
  })
})
