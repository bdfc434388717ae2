import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher', 'Lan')
})
afterAll(() => api.close())

describe('sharing', () => {
  it('takes a colleague by e-mail, changes what they are, and lets them go', async () => {
    const hoa = await person(api, 'teacher', 'Hoa')
    const id = await lessonOf(api, lan)
    const share = (role: 'editor' | 'viewer') =>
      lan.call('addMember', { params: { id }, body: { email: hoa.user.email.toUpperCase(), role } })
    const edits = async () => (await hoa.call('collabToken', { params: { id }, body: {} })).status

    const added = await share('editor')
    expect([added.status, added.answer]).toEqual([
      201,
      { user: { id: hoa.id, full_name: hoa.user.fullName }, role: 'editor' },
    ])
    expect(await edits()).toBe(200)
    await share('viewer')
    expect(await edits()).toBe(403)
    const members = await lan.call('listMembers', { params: { id } })
    expect(members.answer.items).toEqual([{ user: { id: hoa.id, full_name: hoa.user.fullName }, role: 'viewer' }])

    const remove = () => lan.call('removeMember', { params: { id, userId: hoa.id } })
    expect((await remove()).status).toBe(204)
    expect(await edits()).toBe(404)
    expect((await remove()).status).toBe(404)
  })

  it('takes nobody who has no account, is suspended, or is the author', async () => {
    const id = await lessonOf(api, lan)
    const gone = await person(api, 'teacher')
    await api.db.users.update(gone.id, { isActive: false })
    const add = (body: { user_id: number } | { email: string }) =>
      lan.call('addMember', { params: { id }, body: { ...body, role: 'viewer' } })
    const paths = []
    for (const who of [
      { email: 'no@school.vn' },
      { user_id: 999_999 },
      { email: gone.user.email },
      { user_id: lan.id },
    ]) {
      const { status, error } = await add(who)
      paths.push([status, error.details?.[0]?.path])
    }
    expect(paths).toEqual([
      [422, 'email'],
      [422, 'user_id'],
      [422, 'email'],
      [422, 'user_id'],
    ])
  })

  it('tells what is wrong with the form that was meant', async () => {
    const id = await lessonOf(api, lan)
    const body = { email: 'not an address', role: 'viewer' as const }
    const { error } = await lan.call('addMember', { params: { id }, body })
    expect(error.details?.map(({ path }) => path)).toEqual(['email'])
  })

  it('finds teachers, and pupils of one’s own classes, by name; nobody by a part of an e-mail', async () => {
    const [ly, pupil, foreign] = [
      await person(api, 'teacher', 'Ly'),
      await person(api, 'student', 'Ly'),
      await person(api, 'student', 'Ly'),
    ]
    const made = await api.db.classes.create(lan.id, '6A')
    if (made === 'too_many') throw new Error('too many classes')
    await api.db.pupils.add(made.id, pupil.id)
    const search = async (words: string) => (await lan.call('findPeople', { query: { search: words } })).answer.items
    const found = await search('LY')
    expect(found).toEqual([
      { user: { id: ly.id, full_name: ly.user.fullName }, role: 'teacher', class_names: [] },
      { user: { id: pupil.id, full_name: pupil.user.fullName }, role: 'student', class_names: ['6A'] },
    ])
    expect(await search('school.vn')).toEqual([])
    const id = await lessonOf(api, lan)
    const add = async (who: Someone) =>
      (await lan.call('addMember', { params: { id }, body: { user_id: who.id, role: 'viewer' } })).status
    expect([await add(pupil), await add(foreign)]).toEqual([201, 422])
    const byEmail = { email: foreign.user.email, role: 'viewer' as const }
    expect((await lan.call('addMember', { params: { id }, body: byEmail })).status).toBe(201)
    expect(await add(foreign), 'a member is known').toBe(201)
  })

  it('is left by who does not want it', async () => {
    const hoa = await person(api, 'teacher', 'Hoa')
    const id = await lessonOf(api, lan, { members: [[hoa, 'viewer']] })
    expect((await hoa.call('getLesson', { params: { id } })).answer.allowed).toContain('leave')
    expect((await hoa.call('leaveLesson', { params: { id } })).status).toBe(204)
    expect((await hoa.call('getLesson', { params: { id } })).status).toBe(404)
  })

  it('hands a lesson on to a teacher who edits it, and to nobody else', async () => {
    const [hoa, viewer, student] = [
      await person(api, 'teacher', 'Hoa'),
      await person(api, 'teacher'),
      await person(api, 'student'),
    ]
    const id = await lessonOf(api, lan, {
      members: [
        [hoa, 'editor'],
        [viewer, 'viewer'],
        [student, 'editor'],
      ],
    })
    const give = (from: Someone, to: Someone) =>
      from.call('transferLesson', { params: { id }, body: { user_id: to.id } }).then(({ status }) => status)
    expect([await give(lan, viewer), await give(lan, student), await give(lan, lan)]).toEqual([422, 422, 422])
    expect(await give(lan, hoa)).toBe(204)
    const seen = (await lan.call('getLesson', { params: { id } })).answer
    expect([seen.author.id, seen.member_role, seen.allowed.includes('share')]).toEqual([hoa.id, 'editor', false])
    expect(await give(lan, lan)).toBe(403)
    expect(await give(hoa, lan)).toBe(204)
  })
})
