import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
let minh: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher')
  minh = await person(api, 'teacher')
})
afterAll(() => api.close())

describe('where one keeps lessons', () => {
  it('is one’s own: others see nothing of it', async () => {
    const id = await lessonOf(api, lan, { title: 'Của Lan', published: 'public' })
    const folder = (await lan.call('createFolder', { body: { name: 'Lớp 4' } })).answer
    await lan.call('placeLessons', { body: { lesson_ids: [id, id], folder_id: folder.id, is_favourite: true } })
    const mine = (await lan.call('listLessons', { query: { folder_id: folder.id } })).answer
    expect(mine.items).toMatchObject([{ id, is_favourite: true, folder_id: folder.id }])
    const theirs = (await minh.call('listLessons', { query: {} })).answer
    expect(theirs.items).toMatchObject([{ id, is_favourite: false, folder_id: null }])
    expect((await minh.call('listLessons', { query: { folder_id: folder.id } })).answer.total).toBe(0)
    const into = { lesson_ids: [id], folder_id: folder.id }
    expect((await minh.call('placeLessons', { body: into })).error.details?.[0]?.path).toBe('folder_id')
  })

  it('tells nothing of lessons that one does not see', async () => {
    const secret = await lessonOf(api, lan)
    const own = await lessonOf(api, minh)
    const { status } = await minh.call('placeLessons', { body: { lesson_ids: [own, secret], is_favourite: true } })
    expect(status).toBe(404)
    expect((await minh.call('listLessons', { query: { place: 'favourites' } })).answer.total).toBe(0)
  })

  it('does not take a name twice', async () => {
    await minh.call('createFolder', { body: { name: 'Toán' } })
    expect((await minh.call('createFolder', { body: { name: ' Toán ' } })).error.code).toBe('conflict')
    expect((await lan.call('createFolder', { body: { name: 'Toán' } })).status).toBe(201)
  })

  it('the list answers 304 until something in it changes', async () => {
    const first = await lan.call('listLessons', { query: {} })
    const held = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await lan.call('listLessons', { query: {} }, held)).status).toBe(304)
    await lan.call('createLesson', { body: { title: 'Mới' } })
    expect((await lan.call('listLessons', { query: {} }, held)).status).toBe(200)
  })
})
