import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client } from './client.ts'
import { lessonOf, PASSWORD, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher', 'Lan')
})
afterAll(() => api.close())

async function classOf(teacher: Someone, name = '6A') {
  const { answer } = await teacher.call('createClass', { body: { name } })
  return answer.id
}
const logIn = (code: string) => client(api.url)('codeLogin', { body: { code } })

describe('pupils without e-mail', () => {
  it('get accounts from a list of names, and log in with the code on their card', async () => {
    const id = await classOf(lan)
    const names = ['Nguyễn Văn An', 'Trần Bình', 'Nguyễn Văn An']
    const { answer, status } = await lan.call('createPupils', { params: { id }, body: { names } })
    expect(status).toBe(201)
    expect(answer.items.map(({ user }) => user.full_name)).toEqual(names)
    expect(new Set(answer.items.map(({ secret }) => secret)).size).toBe(3)
    const card = answer.items[0]
    if (!card) throw new Error('no card')
    expect(card.secret).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
    const session = await logIn(` ${card.secret.toLowerCase().replaceAll('-', ' ')} `)
    expect(session.answer.user).toMatchObject({ id: card.user.id, role: 'student', full_name: 'Nguyễn Văn An' })
    expect(session.headers.get('set-cookie')).toContain('HttpOnly')
    const { answer: pupils } = await lan.call('listPupils', { params: { id } })
    expect(pupils.items.map(({ has_code: hasCode }) => hasCode)).toEqual([true, true, true])
    expect(JSON.stringify(await api.db.knex('pupil_codes'))).not.toContain(card.secret.slice(5, 9))
  })

  it('have on their cards where others in the network reach the server, as far as it knows', async () => {
    const told = async (options: Parameters<typeof startApi>[0]) => {
      const server = await startApi(options)
      const teacher = await person(server, 'teacher')
      const params = { id: await classOf(teacher) }
      const made = (await teacher.call('createPupils', { params, body: { names: ['An'] } })).answer
      const ids = made.items.map(({ user }) => user.id)
      const renewed = await teacher.call('renewCodes', { params, body: { user_ids: ids } })
      await server.close()
      return [made.address, renewed.answer.address]
    }
    const networkAddress = () => 'http://192.168.1.5:8000'
    const publicUrl = 'https://anawim.truong.vn'
    expect(await told({})).toEqual([null, null])
    expect(await told({ networkAddress })).toEqual([networkAddress(), networkAddress()])
    expect(await told({ networkAddress, config: { publicUrl } })).toEqual([publicUrl, publicUrl])
  })

  it('are let in by their own code only, and by no password', async () => {
    const id = await classOf(lan)
    const { answer } = await lan.call('createPupils', { params: { id }, body: { names: ['An', 'Bình'] } })
    const [one, two] = answer.items
    if (!one || !two) throw new Error('no cards')
    const mixed = one.secret.slice(0, 5) + two.secret.slice(5)
    const { email } = (await logIn(one.secret)).answer.user
    const attempts = []
    for (const code of [mixed, 'ABC', '2'.repeat(12)]) attempts.push((await logIn(code)).error.code)
    for (const password of ['!', one.secret, one.secret.replaceAll('-', '').slice(4)]) {
      attempts.push((await client(api.url)('login', { body: { email, password } })).error.code)
    }
    expect(attempts).toEqual(Array<string>(6).fill('wrong_credentials'))
    await api.db.users.update(one.user.id, { isActive: false })
    expect((await logIn(one.secret)).error.code).toBe('account_suspended')
  })

  it('get a new code, which ends the old one and where it was used', async () => {
    const id = await classOf(lan)
    const { answer } = await lan.call('createPupils', { params: { id }, body: { names: ['An'] } })
    const [card] = answer.items
    if (!card) throw new Error('no card')
    const { access_token: token } = (await logIn(card.secret)).answer
    const renewed = await lan.call('renewCodes', { params: { id }, body: { user_ids: [card.user.id] } })
    const [next] = renewed.answer.items
    expect(next?.kind).toBe('code')
    expect((await client(api.url, token)('me', {})).status).toBe(401)
    expect((await logIn(card.secret)).status).toBe(401)
    expect((await logIn(String(next?.secret))).status).toBe(200)
  })
})

describe('a class', () => {
  it('is joined by its code, however that is typed, until it is renewed or closed; by students only', async () => {
    const id = await classOf(lan)
    const [an, hoa] = [await person(api, 'student'), await person(api, 'teacher')]
    const join = (who: Someone, code: string) => who.call('joinClass', { body: { code } })
    expect((await lan.call('getClass', { params: { id } })).answer.join_code).toBe(null)
    const first = String((await lan.call('openClass', { params: { id } })).answer.join_code)
    const second = String((await lan.call('openClass', { params: { id } })).answer.join_code)
    expect((await join(an, first)).error.code).toBe('wrong_code')
    expect((await join(hoa, second)).status).toBe(403)
    const joined = await join(an, second.toLowerCase().replace(/(...)/, '$1 '))
    expect(joined.answer).toMatchObject({ id, join_code: null, pupil_count: null })
    await lan.call('closeClass', { params: { id } })
    expect((await join(await person(api, 'student'), second)).status).toBe(403)
    expect((await an.call('listClasses', {})).answer.items.map(({ id: own }) => own)).toEqual([id])
    const { answer } = await lan.call('listPupils', { params: { id } })
    expect(answer.items).toEqual([
      { user: { id: an.id, full_name: an.user.fullName }, has_code: false, is_active: true },
    ])
  })

  it('gives who has an e-mail a temporary password', async () => {
    const id = await classOf(lan)
    const an = await person(api, 'student')
    await api.db.pupils.add(id, an.id)
    const { answer } = await lan.call('renewCodes', { params: { id }, body: { user_ids: [an.id] } })
    const password = String(answer.items[0]?.secret)
    const login = async (given: string, next?: string) => {
      const body = { email: an.user.email, password: given, ...(next === undefined ? {} : { new_password: next }) }
      return (await client(api.url)('login', { body })).status
    }
    expect([answer.items[0]?.kind, await login(PASSWORD)]).toEqual(['password', 401])
    expect([await login(password), await login(password, 'mật khẩu mới')], 'replaced at once').toEqual([403, 200])
  })

  it('is shared with at once: who is in it reads, who comes later too, and who goes does not', async () => {
    const classId = await classOf(lan)
    const id = await lessonOf(api, lan, { published: 'members', title: 'Của lớp' })
    const [an, late] = [await person(api, 'student'), await person(api, 'student')]
    const reads = async (who: Someone) => (await who.call('liveLesson', { params: { id } })).status
    const listed = async (who: Someone) =>
      (await who.call('listLessons', { query: { search: 'Của lớp' } })).answer.items.map(
        ({ member_role: role, allowed }) => [role, allowed],
      )
    const sharedWith = async (who: Someone) =>
      (await who.call('listLessons', { query: { place: 'shared' } })).answer.items.map(({ title }) => title)
    await api.db.pupils.add(classId, an.id)
    expect(await reads(an)).toBe(404)
    const shared = await lan.call('shareWithClass', { params: { id }, body: { class_id: classId } })
    expect(shared.answer).toEqual({ id: classId, name: '6A', pupil_count: 1 })
    await api.db.pupils.add(classId, late.id)
    expect([await reads(an), await reads(late)]).toEqual([200, 200])
    expect(await listed(late)).toEqual([['viewer', ['read']]])
    expect([await sharedWith(late), await sharedWith(lan)]).toEqual([['Của lớp'], []])
    await lan.call('removePupil', { params: { id: classId, userId: an.id } })
    expect([await reads(an), await reads(late), await listed(an)]).toEqual([404, 200, []])
    await lan.call('unshareWithClass', { params: { id, classId } })
    expect([await reads(late), await sharedWith(late)]).toEqual([404, []])
    await lan.call('shareWithClass', { params: { id }, body: { class_id: classId } })
    await lan.call('deleteClass', { params: { id: classId } })
    expect(await reads(late)).toBe(404)
  })

  it('is left by a student who joined it, once, but not by who has only a code of its teacher', async () => {
    const classId = await classOf(lan)
    const id = await lessonOf(api, lan, { published: 'members' })
    await lan.call('shareWithClass', { params: { id }, body: { class_id: classId } })
    const an = await person(api, 'student')
    await api.db.pupils.add(classId, an.id)
    const leave = async () => (await an.call('leaveClass', { params: { id: classId } })).status
    expect([await leave(), await leave()]).toEqual([204, 404])
    expect((await an.call('liveLesson', { params: { id } })).status).toBe(404)
    expect((await an.call('leaveClass', { params: { id: 999_999 } })).status).toBe(404)

    const { answer } = await lan.call('createPupils', { params: { id: classId }, body: { names: ['Bình'] } })
    const { access_token: token } = (await logIn(String(answer.items[0]?.secret))).answer
    expect((await client(api.url, token)('leaveClass', { params: { id: classId } })).status).toBe(403)
  })

  it('of somebody else cannot be shared with, nor known of', async () => {
    const hoa = await person(api, 'teacher')
    const [classId, id] = [await classOf(hoa), await lessonOf(api, lan)]
    const shared = await lan.call('shareWithClass', { params: { id }, body: { class_id: classId } })
    const unknown = await lan.call('shareWithClass', { params: { id }, body: { class_id: 999_999 } })
    expect([shared.status, shared.error.details]).toEqual([422, unknown.error.details])
  })

  it('loses who is a student no longer', async () => {
    const classId = await classOf(lan)
    const an = await person(api, 'student')
    await api.db.pupils.add(classId, an.id)
    await api.db.users.update(an.id, { role: 'teacher' })
    expect((await lan.call('listPupils', { params: { id: classId } })).answer.items).toEqual([])
  })
})
