import bcrypt from 'bcrypt'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'
import { PASSWORD, person } from './people.ts'

let api: ApiServer
let nobody: Call
beforeAll(async () => {
  api = await startApi()
  nobody = client(api.url)
})
afterAll(() => api.close())
afterEach(() => vi.restoreAllMocks())

const soon = { timeout: 10_000 }

const mailsTo = async (server: ApiServer, recipient: string) =>
  (await server.db.mails.list({ skip: 0, limit: 100 })).items.filter((mail) => mail.recipient === recipient)

/** What the link in the newest mail to them carries. */
async function linkTo(recipient: string, path: string): Promise<string> {
  return vi.waitFor(async () => {
    const [mail] = await mailsTo(api, recipient)
    const token = new RegExp(`%ORIGIN%/${path}#([\\w-]{43})`).exec(mail?.body ?? '')?.[1]
    if (token === undefined) throw new Error('no link yet')
    return token
  }, soon)
}

const forget = (email: string) => nobody('forgotPassword', { body: { email } })
const reset = (token: string, password: string) => nobody('resetPassword', { body: { token, password } })
const login = (email: string, password: string) => nobody('login', { body: { email, password } })

describe('who forgot their password', () => {
  it('gets a link that sets a new one, once, and logs out everywhere', async () => {
    const lan = await person(api, 'teacher', 'Lan')
    expect((await forget(lan.user.email.toUpperCase())).status).toBe(204)
    const token = await linkTo(lan.user.email, 'reset-password')
    expect((await reset(token, 'short')).status).toBe(422)
    expect((await reset(token, 'mật khẩu mới')).status).toBe(204)
    expect((await reset(token, 'mật khẩu khác')).error.code).toBe('link_ended')
    expect((await lan.call('me', {})).status).toBe(401)
    expect((await login(lan.user.email, PASSWORD)).status).toBe(401)
    expect((await login(lan.user.email, 'mật khẩu mới')).status).toBe(200)
  })

  it('is greeted by name only once the address is known to be theirs: it may be mailed under any name otherwise', async () => {
    const { user } = await person(api, 'teacher')
    const fullName = 'Xem http://quang-cao.example'
    await api.db.users.setProfile(user.id, { fullName })
    await forget(user.email)
    await reset(await linkTo(user.email, 'reset-password'), 'mật khẩu mới')
    expect((await mailsTo(api, user.email))[0]?.body).not.toContain('quang-cao')
    await forget(user.email)
    await vi.waitFor(async () => expect((await mailsTo(api, user.email))[0]?.body).toContain(fullName), soon)
  })

  it('of two who use a link at once, one does', async () => {
    const { user } = await person(api, 'teacher')
    await forget(user.email)
    const token = await linkTo(user.email, 'reset-password')
    const replies = await Promise.all(['mật khẩu một', 'mật khẩu hai', 'mật khẩu ba'].map((next) => reset(token, next)))
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([204, 404, 404])
  })

  it('finds the link ended after its time, or once the password changed otherwise', async () => {
    const { user } = await person(api, 'teacher')
    const old = (await api.db.passwordResets.start(user.id, 0)) ?? ''
    expect((await reset(old, 'mật khẩu mới')).status).toBe(404)
    const live = (await api.db.passwordResets.start(user.id, 60)) ?? ''
    await api.db.users.setPassword(user.id, user.hashedPassword)
    expect((await reset(live, 'mật khẩu mới')).status).toBe(404)
  })

  it('keeps no link in the database that could be followed', async () => {
    const { user } = await person(api, 'teacher')
    const token = (await api.db.passwordResets.start(user.id, 60)) ?? 'none'
    const rows: unknown = await api.db.knex('password_resets').where({ user_id: user.id })
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('is not buried in mails, and suspended people get none', async () => {
    const { user } = await person(api, 'teacher')
    const out = await person(api, 'teacher')
    await api.db.users.update(out.id, { isActive: false })
    await forget(out.user.email)
    for (let n = 0; n < 7; n++) await forget(user.email)
    await vi.waitFor(async () => expect(await mailsTo(api, user.email)).toHaveLength(5), soon)
    expect(await mailsTo(api, out.user.email)).toEqual([])
  })

  it('may ask only so often from one address', async () => {
    const strict = await startApi({ config: { rateLimits: true, forgottenPasswordsPerHour: 2 } })
    try {
      const ask = client(strict.url)
      const statuses = []
      for (let n = 0; n < 3; n++)
        statuses.push((await ask('forgotPassword', { body: { email: 'a@school.vn' } })).status)
      expect(statuses).toEqual([204, 204, 429])
    } finally {
      await strict.close()
    }
  })
})

describe('known and unknown people', () => {
  it('cost the same work when they log in: one comparison, at the same cost, and no hashing', async () => {
    const { user } = await person(api, 'teacher')
    const noPassword = await person(api, 'teacher')
    await api.db.users.setPassword(noPassword.id, '!')
    const compare = vi.spyOn(bcrypt, 'compare')
    const hash = vi.spyOn(bcrypt, 'hash')
    for (const email of [user.email, noPassword.user.email, 'unknown@school.vn', 'unknown@school.vn']) {
      compare.mockClear()
      expect((await login(email, 'not this one')).status).toBe(401)
      expect(compare.mock.calls.map(([, against]) => /^\$2b\$04\$[./A-Za-z0-9]{53}$/.test(against))).toEqual([true])
    }
    expect(hash).not.toHaveBeenCalled()
  })

  it('get the same answer when they forgot their password, and nobody hashes anything for it', async () => {
    const { user } = await person(api, 'teacher')
    const compare = vi.spyOn(bcrypt, 'compare')
    const hash = vi.spyOn(bcrypt, 'hash')
    const replies = [await forget(user.email), await forget('unknown@school.vn')]
    expect(replies.map(({ status }) => status)).toEqual([204, 204])
    await linkTo(user.email, 'reset-password')
    expect([compare.mock.calls.length, hash.mock.calls.length]).toEqual([0, 0])
  })

  it('wait for no mail: a database that is slow to make the link does not delay the answer', async () => {
    const { user } = await person(api, 'teacher')
    const order: string[] = []
    const trx = await api.db.knex.transaction()
    await trx('users').where({ id: user.id }).forUpdate().select('id')
    await forget(user.email).then(() => order.push('answered'))
    order.push('let go')
    await trx.rollback()
    await linkTo(user.email, 'reset-password')
    expect(order).toEqual(['answered', 'let go'])
  })
})

describe('a temporary password', () => {
  it('is told to the admin once, ends what was, and lets nobody in before it was replaced', async () => {
    const lan = await person(api, 'teacher')
    const admin = await person(api, 'admin')
    const { password } = (await admin.call('setTemporaryPassword', { params: { id: lan.id } })).answer
    expect(password).toMatch(/^[a-z]{6}-[a-z]{6}-\d{4}$/)
    expect((await lan.call('me', {})).status).toBe(401)
    const { email } = lan.user
    expect((await login(email, PASSWORD)).error.code).toBe('wrong_credentials')
    const asked = await login(email, password)
    expect([asked.error.code, asked.headers.getSetCookie()]).toEqual(['password_change_required', []])
    const withNew = (next: string, old = password) =>
      nobody('login', { body: { email, password: old, new_password: next } })
    expect((await withNew(password)).error.details?.[0]?.path).toBe('new_password')
    expect((await withNew('mật khẩu mới', 'wrong password')).error.code).toBe('wrong_credentials')
    expect((await withNew('mật khẩu mới')).status).toBe(200)
    expect((await login(email, password)).status).toBe(401)
    expect((await login(email, 'mật khẩu mới')).status).toBe(200)
  })
})
