import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'
import { PASSWORD, person, type Someone } from './people.ts'

let api: ApiServer
let admin: Someone
let nobody: Call
beforeAll(async () => {
  api = await startApi({ config: { registration: 'closed' } })
  admin = await person(api, 'admin', 'Hiệu trưởng')
  nobody = client(api.url)
})
afterAll(() => api.close())

/** Invites, and gives what the link carries, as the admin reads it. */
async function invite(email: string, role: 'admin' | 'teacher' | 'student' = 'teacher') {
  const { answer } = await admin.call('invite', { body: { email, role, language: 'en' } })
  const { items } = (await admin.call('listMails', {})).answer
  const mail = items.find(({ recipient }) => recipient === answer.email)
  const token = /\/invitation#([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? ''
  return { id: answer.id, token, mail }
}

const accept = (token: string, full_name = 'Nguyễn Thị Lan') =>
  nobody('acceptInvitation', { body: { token, full_name, password: PASSWORD } })

describe('an invitation', () => {
  it('makes the account that the admin chose, also where registration is closed, once', async () => {
    const { token, mail } = await invite(' Lan@School.VN ', 'teacher')
    expect(mail).toMatchObject({ subject: 'Hiệu trưởng 1 invites you to Anawim', sent_at: null })
    expect(mail?.body).toContain(`${api.url}/invitation#${token}`)
    expect((await nobody('seeInvitation', { body: { token } })).answer).toEqual({
      email: 'lan@school.vn',
      role: 'teacher',
    })
    const made = await accept(token)
    expect([made.status, made.answer.user]).toMatchObject([201, { email: 'lan@school.vn', role: 'teacher' }])
    expect((await nobody('login', { body: { email: 'lan@school.vn', password: PASSWORD } })).status).toBe(200)
    expect((await accept(token)).error.code).toBe('link_ended')
    expect((await nobody('seeInvitation', { body: { token } })).error.code).toBe('link_ended')
  })

  it('is for one person: of many who accept at once, one gets the account', async () => {
    const { token } = await invite('race@school.vn')
    const replies = await Promise.all(Array.from({ length: 4 }, (_, n) => accept(token, `Người ${n}`)))
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 404, 404, 404])
  })

  it('takes the place of an earlier one, can be withdrawn, and ends', async () => {
    const first = await invite('binh@school.vn', 'student')
    const second = await invite('binh@school.vn', 'teacher')
    expect((await accept(first.token)).error.code).toBe('link_ended')
    expect((await nobody('seeInvitation', { body: { token: second.token } })).answer.role).toBe('teacher')
    const listed = (await admin.call('listInvitations', {})).answer.items.filter(
      ({ email }) => email === 'binh@school.vn',
    )
    expect(listed).toMatchObject([{ id: second.id, role: 'teacher', invited_by: 'Hiệu trưởng 1' }])
    expect((await admin.call('withdrawInvitation', { params: { id: second.id } })).status).toBe(204)
    expect((await accept(second.token)).error.code).toBe('link_ended')

    const late = await invite('late@school.vn')
    await api.db
      .knex('invitations')
      .where({ id: late.id })
      .update({ expires_at: new Date(Date.now() - 1000) })
    expect((await accept(late.token)).error.code).toBe('link_ended')
  })

  it('is for who has no account yet', async () => {
    const { user } = await person(api, 'teacher')
    expect((await admin.call('invite', { body: { email: user.email, role: 'student' } })).error.code).toBe(
      'email_taken',
    )
    const { token } = await invite('twice@school.vn')
    await api.db.users.create({ email: 'twice@school.vn', hashedPassword: 'x', fullName: 'Hai', role: 'student' })
    expect((await accept(token)).error.code).toBe('email_taken')
  })
})

describe('mails', () => {
  it('are read by admins where no mail server is configured, and by nobody where one is', async () => {
    await invite('one@school.vn')
    const sending = await startApi({ config: { sendsMail: true, publicUrl: 'https://anawim.school.vn' } })
    try {
      const boss = await person(sending, 'admin')
      await boss.call('invite', { body: { email: 'one@school.vn', role: 'student' } })
      const [mail] = (await boss.call('listMails', {})).answer.items
      expect(mail).toMatchObject({ recipient: 'one@school.vn', body: null, failure: null })
    } finally {
      await sending.close()
    }
  })
})
