import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
let nobody: Call
beforeAll(async () => {
  api = await startApi({ config: { rateLimits: true, codeFailuresPerAddress: 3, loginFailureWindowSeconds: 60 } })
  lan = await person(api, 'teacher', 'Lan')
  nobody = client(api.url)
})
afterAll(() => api.close())

async function linkTo(id: number, body: { days?: number; with_code?: boolean } = {}) {
  const { status, answer } = await lan.call('createLink', { params: { id }, body })
  expect(status).toBe(201)
  return answer
}
const open = (secret: string, code?: string) =>
  nobody('openLink', { body: code === undefined ? { secret } : { secret, code } })
const read = (token: string, id: number) => client(api.url, token)('liveLesson', { params: { id } })

describe('a link for viewing', () => {
  it('comes with where others in the network reach the server, as far as it knows', async () => {
    expect((await linkTo(await lessonOf(api, lan, {}))).address).toBeNull()
    const server = await startApi({ networkAddress: () => 'http://192.168.1.5:8000' })
    const teacher = await person(server, 'teacher')
    const params = { id: await lessonOf(server, teacher, {}) }
    const made = await teacher.call('createLink', { params, body: {} })
    await server.close()
    expect(made.answer.address).toBe('http://192.168.1.5:8000')
  })

  it('lets who has no account read that one published lesson, and nothing else', async () => {
    const [id, other] = [
      await lessonOf(api, lan, { published: 'members' }),
      await lessonOf(api, lan, { published: 'public' }),
    ]
    const { secret, path, code } = await linkTo(id)
    expect([path, code]).toEqual([`/l/#${secret}`, null])
    const { answer } = await open(secret)
    expect(answer).toMatchObject({ lesson_id: id, title: 'Phân số' })
    expect((await read(answer.token, id)).status).toBe(200)
    expect((await read(answer.token, other)).status).toBe(404)
    const holder = client(api.url, answer.token)
    const statuses = [
      await holder('getLesson', { params: { id } }),
      await holder('listLessons', {}),
      await holder('me', {}),
      await holder('collabToken', { params: { id }, body: {} }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([401, 401, 401, 401])
  })

  it('leads nowhere while the lesson is a draft or in the trash', async () => {
    const id = await lessonOf(api, lan)
    const { secret } = await linkTo(id)
    expect((await open(secret)).status).toBe(404)
    await api.db.lessons.publish(id, { isPublic: false })
    const { token } = (await open(secret)).answer
    await api.db.lessons.unpublish(id)
    expect([(await open(secret)).status, (await read(token, id)).status]).toEqual([404, 404])
    await api.db.lessons.publish(id, { isPublic: true })
    await api.db.lessons.trash(id)
    expect([(await open(secret)).status, (await read(token, id)).status]).toEqual([404, 404])
  })

  it('ends when it is taken back or expires, and so does what it gave', async () => {
    const id = await lessonOf(api, lan, { published: 'members' })
    const [one, two] = [await linkTo(id), await linkTo(id)]
    const tokens = [(await open(one.secret)).answer.token, (await open(two.secret)).answer.token] as const
    expect((await lan.call('removeLink', { params: { id, linkId: one.link.id } })).status).toBe(204)
    expect([(await open(one.secret)).status, (await read(tokens[0], id)).status]).toEqual([404, 401])
    expect((await read(tokens[1], id)).status).toBe(200)
    await api.db.knex('lesson_links').where({ id: two.link.id }).update({ expires_at: new Date() })
    expect([(await open(two.secret)).status, (await read(tokens[1], id)).status]).toEqual([404, 401])
    expect((await lan.call('listLinks', { params: { id } })).answer.items).toEqual([])
  })

  it('asks for its code, and lets nobody try many', async () => {
    const id = await lessonOf(api, lan, { published: 'members' })
    const { secret, code } = await linkTo(id, { with_code: true })
    expect(code).toMatch(/^\d{6}$/)
    expect((await open(secret)).error.code).toBe('code_needed')
    expect((await open(secret, String(code))).status).toBe(200)
    const wrong = code === '000000' ? '111111' : '000000'
    const tries = []
    for (let i = 0; i < 4; i++) tries.push((await open(secret, wrong)).error.code)
    expect(tries).toEqual(['wrong_code', 'wrong_code', 'wrong_code', 'too_many_requests'])
    expect((await open(secret, String(code))).status, 'the right one too, for a while').toBe(429)
  })

  it('is kept as digests only, and twenty of them at most', async () => {
    const id = await lessonOf(api, lan)
    const { secret, code } = await linkTo(id, { with_code: true })
    const rows = JSON.stringify(await api.db.knex('lesson_links').where({ lesson_id: id }))
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain(String(code))
    for (let i = 1; i < 20; i++) await linkTo(id)
    expect((await lan.call('createLink', { params: { id }, body: {} })).error.code).toBe('too_many_links')
  })
})
