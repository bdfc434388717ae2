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
})
