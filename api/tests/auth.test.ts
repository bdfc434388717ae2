import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** The refresh cookie of an answer, as a browser would send it back. */
function cookieOf({ headers }: { headers: Headers }): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function login(email: string) {
  const reply = await nobody('login', { body: { email, password: PASSWORD } })
  return { reply, cookie: cookieOf(reply) }
}

const refresh = (cookie: string, headers: Record<string, string> = {}) => nobody('refresh', {}, { cookie, ...headers })

describe('registering', () => {
  it('makes a teacher, who can log in with the e-mail in any case and the password in any normal form', async () => {
    const body = { email: ' Hoa@School.VN ', password: PASSWORD.normalize('NFD'), full_name: ' Nguyễn Thị Hoa ' }
    const { status, answer } = await nobody('register', { body })
    expect(status).toBe(201)
    expect(answer.user).toMatchObject({
      email: 'hoa@school.vn',
      full_name: 'Nguyễn Thị Hoa',
      role: 'teacher',
      is_admin: false,
    })
    const { reply } = await login('HOA@school.vn')
    expect(reply.answer).toMatchObject({ token_type: 'bearer', expires_in: 900, user: { email: 'hoa@school.vn' } })
    const me = await client(api.url, reply.answer.access_token)('me', {})
    expect(me.answer.user).toEqual(reply.answer.user)
  })

  it('makes a student when asked, and never an admin', async () => {
    const body = { email: 'minh@school.vn', password: PASSWORD, full_name: 'Minh' }
    expect((await nobody('register', { body: { ...body, role: 'student' } })).answer.user.role).toBe('student')
    const asAdmin = { ...body, email: 'eve@school.vn', role: 'admin' as 'teacher' }
    expect((await nobody('register', { body: asAdmin })).error).toMatchObject({
      code: 'invalid',
      details: [{ path: 'role' }],
    })
  })

  it.each([
    ['that turns round what stands beside it', 'An\u202egnp.exe'],
    ['that hides a part of itself', 'An\u2066 B'],
    ['of two lines', 'An\u2028Bình'],
    ['of nothing that can be seen', '\u200b\u2060'],
    ['of a letter that is only room', '\u3164'],
  ])('refuses a name %s', async (_what, full_name) => {
    const body = { email: 'names@school.vn', password: PASSWORD, full_name }
    const { status, error } = await client(api.url)('register', { body })
    expect([status, error.details?.map(({ path }) => path)]).toEqual([422, ['full_name']])
  })

  it('keeps the names that people have', async () => {
    for (const [index, full_name] of ['Nguyễn Thị Ánh', '山田 太郎', 'محمد', '👩‍🏫 Cô Hoa', 'O’Brien'].entries()) {
      const body = { email: `name${index}@school.vn`, password: PASSWORD, full_name }
      expect((await client(api.url)('register', { body })).answer.user.full_name).toBe(full_name)
    }
  })

  it('refuses a taken e-mail, in whatever case', async () => {
    const { user } = await person(api, 'teacher')
    const body = { email: user.email.toUpperCase(), password: PASSWORD, full_name: 'Hai' }
    const { status, error } = await nobody('register', { body })
    expect([status, error.code]).toEqual([409, 'email_taken'])
  })

  it('tells field by field what is wrong', async () => {
    const { status, error } = await nobody('register', { body: { email: 'no', password: 'short', full_name: ' ' } })
    expect(status).toBe(422)
    expect(error.details?.map(({ path }) => path)).toEqual(['email', 'password', 'full_name'])
  })

  it.each([
    ['1234567', 422],
    ['12345678', 201],
    ['a'.repeat(72), 201],
    ['a'.repeat(73), 422],
    ['ế'.repeat(24), 201],
    ['ế'.repeat(25), 422],
  ])('takes passwords of 8 characters to 72 bytes: %s', async (password, status) => {
    const body = { email: `${crypto.randomUUID()}@school.vn`, password, full_name: 'Lan' }
    expect((await nobody('register', { body })).status).toBe(status)
  })

  it('compares the whole password, though bcrypt reads 72 bytes', async () => {
    const email = 'long@school.vn'
    await nobody('register', { body: { email, password: 'a'.repeat(72), full_name: 'Long' } })
    const tries = ['a'.repeat(72), 'a'.repeat(73), 'a'.repeat(71)]
    const statuses = await Promise.all(
      tries.map(async (password) => (await nobody('login', { body: { email, password } })).status),
    )
    expect(statuses).toEqual([200, 401, 401])
  })

  it('is closed when the school says so, or asks for the code that it handed out', async () => {
    const body = { email: 'new@school.vn', password: PASSWORD, full_name: 'Mai' }
    const closed = await startApi({ config: { registration: 'closed' } })
    const invite = await startApi({ config: { registration: 'invite', inviteCode: 'trường-em' } })
    try {
      expect((await client(closed.url)('register', { body })).error.code).toBe('registration_closed')
      expect((await client(closed.url)('authOptions', {})).answer.registration).toBe('closed')
      expect((await client(invite.url)('register', { body })).error.code).toBe('registration_closed')
      const wrong = await client(invite.url)('register', { body: { ...body, invite_code: 'em' } })
      const right = await client(invite.url)('register', { body: { ...body, invite_code: 'trường-em' } })
      expect([wrong.status, right.status]).toEqual([403, 201])
    } finally {
      await Promise.all([closed.close(), invite.close()])
    }
  })
})

describe('logging in', () => {
  it('says the same of a wrong password and of an account that does not exist', async () => {
    const { user } = await person(api, 'teacher')
    const wrong = await nobody('login', { body: { email: user.email, password: 'wrong password' } })
    const unknown = await nobody('login', { body: { email: 'x@school.vn', password: 'wrong password' } })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect({ ...wrong.error, request_id: '' }).toEqual({ ...unknown.error, request_id: '' })
  })

  it('tells of a suspension only with the right password, and ends the old tokens at once', async () => {
    const hai = await person(api, 'teacher')
    const { cookie } = await login(hai.user.email)
    await api.db.users.update(hai.id, { isActive: false })
    expect((await login(hai.user.email)).reply.error.code).toBe('account_suspended')
    const wrong = await nobody('login', { body: { email: hai.user.email, password: 'wrong password' } })
    expect(wrong.error.code).toBe('wrong_credentials')
    expect((await hai.call('me', {})).status).toBe(401)
    expect((await refresh(cookie)).status).toBe(401)
  })

  it('refuses tokens that are not ours, are for something else, or have ended', async () => {
    const an = await person(api, 'teacher')
    const collab = await api.db.tokens.signCollab({ userId: an.id, lessonId: 1, ver: an.user.tokenVersion })
    const [header, claims] = an.token.split('.')
    const none = `${btoa('{"alg":"none","typ":"JWT"}').replaceAll('=', '')}.${claims}.`
    for (const token of ['', 'x', collab.token, `${header}.${claims}.AAAA`, none]) {
      const reply = await client(api.url, token)('me', {})
      expect([token.slice(0, 20), reply.status, reply.headers.get('www-authenticate')]).toEqual([
        token.slice(0, 20),
        401,
        'Bearer',
      ])
    }
    const short = await startApi({ accessTokenSeconds: 1 })
    try {
      const binh = await person(short, 'teacher')
      expect((await binh.call('me', {})).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 2_100))
      expect((await binh.call('me', {})).status).toBe(401)
    } finally {
      await short.close()
    }
  })

  it('is over everywhere when the password changes', async () => {
    const an = await person(api, 'teacher')
    const { cookie } = await login(an.user.email)
    await api.db.users.setPassword(an.id, an.user.hashedPassword)
    expect((await an.call('me', {})).status).toBe(401)
    expect((await refresh(cookie)).status).toBe(401)
  })
})

describe('staying logged in', () => {
  it('keeps the refresh token where no script and no other site can reach it', async () => {
    const { user } = await person(api, 'teacher')
    const { reply } = await login(user.email)
    const [cookie] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/^anawim_refresh=[^;]+; Path=\/api\/auth; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    expect(JSON.stringify(reply.answer)).not.toContain(cookieOf(reply).split('=')[1])
  })

  it('marks the cookie Secure exactly when the request came by https', async () => {
    const behindProxy = await startApi({ config: { trustProxy: 1 } })
    try {
      const { user } = await person(behindProxy, 'teacher')
      const body = { email: user.email, password: PASSWORD }
      const https = { 'x-forwarded-proto': 'https' }
      const cookies = [
        await client(behindProxy.url)('login', { body }, https),
        await client(behindProxy.url)('login', { body }),
        await nobody('login', { body: { ...body, email: (await person(api, 'teacher')).user.email } }, https),
      ].map(({ headers }) => headers.getSetCookie()[0]?.includes('Secure'))
      expect(cookies).toEqual([true, false, false])
    } finally {
      await behindProxy.close()
    }
  })

  it('gives two tabs that refresh at once the same successor, and both go on', async () => {
    const { user } = await person(api, 'teacher')
    const { cookie } = await login(user.email)
    const tabs = await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)])
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(tabs.map(cookieOf)).size).toBe(1)
    const next = tabs.map(cookieOf)[0] ?? ''
    expect((await refresh(next)).answer.user.email).toBe(user.email)
  })

  it('ends the family when a token comes back later than the grace', async () => {
    const strict = await startApi({ config: { refreshGraceSeconds: 0 } })
    try {
      const { user } = await person(strict, 'teacher')
      const ask = client(strict.url)
      const first = cookieOf(await ask('login', { body: { email: user.email, password: PASSWORD } }))
      const second = cookieOf(await ask('refresh', {}, { cookie: first }))
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect((await ask('refresh', {}, { cookie: first })).status).toBe(401)
      const stolen = await ask('refresh', {}, { cookie: second })
      expect([stolen.status, cookieOf(stolen)]).toEqual([401, 'anawim_refresh='])
    } finally {
      await strict.close()
    }
  })

  it('ends at logout, and needs no token for that', async () => {
    const { user } = await person(api, 'teacher')
    const { cookie } = await login(user.email)
    const out = await nobody('logout', {}, { cookie })
    expect([out.status, cookieOf(out)]).toEqual([204, 'anawim_refresh='])
    expect((await refresh(cookie)).status).toBe(401)
    expect((await nobody('logout', {})).status).toBe(204)
  })

  it('obeys no page of another origin, but our own and those that the configuration names', async () => {
    const named = await startApi({ config: { allowedOrigins: ['https://school.example'] } })
    try {
      const { user } = await person(named, 'teacher')
      const ask = client(named.url)
      const cookie = cookieOf(await ask('login', { body: { email: user.email, password: PASSWORD } }))
      const statuses = []
      for (const origin of ['https://evil.example', 'null', named.url, 'https://school.example']) {
        statuses.push((await ask('refresh', {}, { cookie, origin })).status)
      }
      expect(statuses).toEqual([403, 403, 200, 200])
      expect((await ask('logout', {}, { cookie, origin: 'https://evil.example' })).error.code).toBe(
        'origin_not_allowed',
      )
    } finally {
      await named.close()
    }
  })
})
