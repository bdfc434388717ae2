import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client } from './client.ts'
import { startIdentityServer, type IdentityServer } from './identity-server.ts'
import { PASSWORD, person } from './people.ts'

let school: IdentityServer
let api: ApiServer
let closed: ApiServer
const servers = () => [api, closed]

beforeAll(async () => {
  school = await startIdentityServer()
  const { issuer, clientId, clientSecret } = school
  const oidc = { issuer, clientId, clientSecret, label: 'Trường em', role: 'student' as const }
  api = await startApi({ config: { oidc } })
  closed = await startApi({ config: { oidc, registration: 'closed' } })
})
afterAll(() => Promise.all([...servers(), school].map((server) => server.close())))
beforeEach(() => {
  school.forges = false
  school.userInfo = {}
})

/** A browser: follows redirects by hand, and keeps its cookies. */
async function signIn(server: ApiServer, more: { tamper?: (back: URL) => void; dropCookies?: boolean } = {}) {
  const step = (address: string, cookie = '') => fetch(address, { redirect: 'manual', headers: { cookie } })
  const start = await step(`${server.url}/api/auth/oidc/start?next=/lessons/7`)
  const flow = cookiesOf(start)
  const away = start.headers.get('location') ?? ''
  const back = new URL((await step(away)).headers.get('location') ?? '')
  more.tamper?.(back)
  const end = await step(back.href, more.dropCookies ? '' : flow)
  const landing = new URL(end.headers.get('location') ?? '', server.url)
  const outcome = landing.searchParams.get('oidc')
  const refreshed = await client(server.url)('refresh', {}, { cookie: cookiesOf(end) })
  return {
    away: new URL(away),
    back,
    flow,
    landing,
    outcome,
    user: refreshed.status === 200 ? refreshed.answer.user : null,
  }
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

let count = 0
const subject = () => `person-${++count}`

describe('signing in by another server', () => {
  it('is not there when it is not configured', async () => {
    const without = await startApi()
    try {
      expect((await client(without.url)('authOptions', {})).answer).toMatchObject({ oidc: null, mail: false })
      expect((await without.fetch('/api/auth/oidc/start')).status).toBe(404)
    } finally {
      await without.close()
    }
    expect((await client(api.url)('authOptions', {})).answer.oidc).toEqual({ label: 'Trường em' })
  })

  it('asks with PKCE, state and nonce, makes an account of the configured role, and leads on to where one was going', async () => {
    school.claims = { sub: subject(), email: 'Mai@School.VN', email_verified: true, name: 'Trần Thị Mai' }
    const { away, landing, outcome, user } = await signIn(api)
    expect(away.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(away.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
    expect([outcome, landing.pathname, landing.searchParams.get('next')]).toEqual(['done', '/login', '/lessons/7'])
    expect(user).toMatchObject({
      email: 'mai@school.vn',
      full_name: 'Trần Thị Mai',
      role: 'student',
      has_password: false,
    })
    const byPassword = await client(api.url)('login', { body: { email: 'mai@school.vn', password: '!' } })
    expect(byPassword.status).toBe(401)
  })

  it('knows the person again by who they are there, also when their e-mail changed', async () => {
    school.claims = { sub: subject(), email: 'old@school.vn', email_verified: true }
    const first = await signIn(api)
    school.claims = { ...school.claims, email: 'new@school.vn', email_verified: false }
    const second = await signIn(api)
    expect(second.user?.id).toBe(first.user?.id)
    expect(second.user?.email).toBe('old@school.vn')
  })

  it('asks for what the token does not say, and believes it of that person alone', async () => {
    school.claims = { sub: subject() }
    school.userInfo = { email: 'asked@school.vn', email_verified: true, name: 'Hỏi' }
    expect((await signIn(api)).user).toMatchObject({ email: 'asked@school.vn', full_name: 'Hỏi' })
    school.claims = { sub: subject() }
    school.userInfo = { sub: 'another', email: 'asked@school.vn', email_verified: true }
    expect(await signIn(api)).toMatchObject({ outcome: 'failed', user: null })
  })

  it.each([
    ['unverified', { email_verified: false }],
    ['said to be verified in another way than the protocol has it', { email_verified: 'true' }],
    ['missing', { email: undefined }],
  ])('links no account when the e-mail is %s', async (_what, claims) => {
    const { user } = await person(api, 'teacher')
    school.claims = { sub: subject(), email: user.email, email_verified: true, ...claims }
    expect(await signIn(api)).toMatchObject({ outcome: 'unverified', user: null })
  })

  it('links the account with that e-mail, whose password ends when nobody had shown that the address is theirs', async () => {
    const squatted = await person(api, 'teacher')
    const owned = await api.db.users.create({
      email: 'owned@school.vn',
      hashedPassword: squatted.user.hashedPassword,
      fullName: 'Chủ',
      role: 'teacher',
      isEmailProven: true,
    })
    const admin = await person(api, 'admin')
    const passwords = []
    for (const account of [squatted.user, owned, admin.user]) {
      if (account === 'email_taken') throw new Error('made twice')
      school.claims = { sub: subject(), email: account.email, email_verified: true }
      const { outcome, user } = await signIn(api)
      expect([outcome, user?.id]).toEqual(['done', account.id])
      const body = { email: account.email, password: PASSWORD }
      passwords.push((await client(api.url)('login', { body })).status)
    }
    expect(passwords).toEqual([401, 200, 200])
    expect((await squatted.call('me', {})).status).toBe(401)
  })

  it('makes accounts only for who was invited where registration is not open', async () => {
    const admin = await person(closed, 'admin')
    school.claims = { sub: subject(), email: 'guest@school.vn', email_verified: true, name: 'Khách' }
    expect(await signIn(closed)).toMatchObject({ outcome: 'no_account', user: null })
    await admin.call('invite', { body: { email: 'guest@school.vn', role: 'teacher' } })
    expect(await signIn(closed)).toMatchObject({ outcome: 'done', user: { role: 'teacher', full_name: 'Khách' } })
  })

  it('lets no suspended person in', async () => {
    const { id, user } = await person(api, 'teacher')
    school.claims = { sub: subject(), email: user.email, email_verified: true }
    await signIn(api)
    await api.db.users.update(id, { isActive: false })
    expect(await signIn(api)).toMatchObject({ outcome: 'suspended', user: null })
  })
})

describe('an answer that is not what was asked for', () => {
  beforeEach(() => {
    school.claims = { sub: subject(), email: `${crypto.randomUUID()}@school.vn`, email_verified: true }
  })
  const refused = { outcome: 'failed', user: null }

  it('is refused with another state, or without the browser that began', async () => {
    expect(await signIn(api, { tamper: (back) => back.searchParams.set('state', 'x'.repeat(43)) })).toMatchObject(
      refused,
    )
    expect(await signIn(api, { dropCookies: true })).toMatchObject(refused)
  })

  it('is refused with the code of another’s sign-in: the verifier does not fit', async () => {
    const other = await fetch(`${api.url}/api/auth/oidc/start`, { redirect: 'manual' })
    const back = await fetch(other.headers.get('location') ?? '', { redirect: 'manual' })
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? ''
    expect(await signIn(api, { tamper: (mine) => mine.searchParams.set('code', code) })).toMatchObject(refused)
  })

  it.each([
    ['another nonce', { nonce: 'of another' }],
    ['another audience', { aud: 'another' }],
    ['another issuer', { iss: 'http://127.0.0.1:1' }],
  ])('is refused with %s', async (_what, claims) => {
    school.claims = { ...school.claims, ...claims }
    expect(await signIn(api)).toMatchObject(refused)
  })

  it('is refused when another key signed it', async () => {
    school.forges = true
    expect(await signIn(api)).toMatchObject(refused)
  })

  it('says so when the other server is away', async () => {
    const oidc = {
      issuer: 'http://127.0.0.1:1',
      clientId: 'a',
      clientSecret: undefined,
      label: 'X',
      role: 'student' as const,
    }
    const alone = await startApi({ config: { oidc } })
    try {
      const reply = await alone.fetch('/api/auth/oidc/start', { redirect: 'manual' })
      expect([reply.status, reply.headers.get('location')]).toEqual([302, '/login?oidc=unavailable'])
    } finally {
      await alone.close()
    }
  })
})
