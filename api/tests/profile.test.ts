import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
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

/** Logs in as from a browser of that name: with its token and its cookie. */
async function browser(email: string, name: string, password = PASSWORD) {
  const reply = await nobody('login', { body: { email, password } }, { 'user-agent': name })
  let cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  let token = reply.answer.access_token
  return {
    call: ((route, input, headers = {}) => client(api.url, token)(route, input, { cookie, ...headers })) as Call,
    /** What a page does when its token is refused. */
    async renew() {
      const renewed = await nobody('refresh', {}, { cookie })
      if (renewed.status !== 200) return renewed.status
      cookie = renewed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      token = renewed.answer.access_token
      return renewed.status
    },
  }
}

const picture = async (width: number, height: number): Promise<FormData> => {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#0a0' } })
    .withExif({ IFD0: { ImageDescription: 'at the school of Lan' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'me.jpg')
  return form
}

describe('oneself', () => {
  it('can have another name and language, and nothing else', async () => {
    const lan = await person(api, 'student', 'Lan')
    const { answer } = await lan.call('updateProfile', { body: { full_name: ' Lê Thị Lan ', language: 'en' } })
    expect(answer.user).toMatchObject({ full_name: 'Lê Thị Lan', language: 'en', role: 'student', has_password: true })
    expect((await lan.call('me', {})).answer).toEqual(answer)
    const asAdmin = { role: 'admin' } as object
    expect((await lan.call('updateProfile', { body: asAdmin })).status).toBe(422)
    expect((await lan.call('updateProfile', { body: { full_name: ' ' } })).error.details?.[0]?.path).toBe('full_name')
  })

  it('can have a picture: small, without what the file said besides, and gone when another takes its place', async () => {
    const { call } = await person(api, 'student')
    const first = (await call('uploadAvatar', { form: await picture(900, 600) })).answer.user.avatar ?? ''
    const bytes = Buffer.from(await (await api.fetch(first)).arrayBuffer())
    const facts = await sharp(bytes).metadata()
    expect([facts.format, facts.width, facts.exif]).toEqual(['webp', 256, undefined])
    const second = (await call('uploadAvatar', { form: await picture(10, 10) })).answer.user.avatar ?? ''
    expect([(await api.fetch(first)).status, (await api.fetch(second)).status]).toEqual([404, 200])
    expect((await call('removeAvatar', {})).answer.user.avatar).toBeNull()
    expect((await api.fetch(second)).status).toBe(404)
  })

  it('has no picture that is none', async () => {
    const { call } = await person(api, 'teacher')
    const form = new FormData()
    form.append('file', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'me.svg')
    expect((await call('uploadAvatar', { form })).error.code).toBe('unsupported_media_type')
  })
})

describe('the password', () => {
  it('is changed by who knows the old one, and logs out all other devices but this', async () => {
    const { user } = await person(api, 'teacher')
    const here = await browser(user.email, 'here')
    const there = await browser(user.email, 'there')
    const body = { old_password: PASSWORD, new_password: 'mật khẩu mới' }
    const { answer } = await here.call('changePassword', { body })
    expect((await client(api.url, answer.access_token)('me', {})).status).toBe(200)
    expect((await there.call('me', {})).status).toBe(401)
    expect([await here.renew(), await there.renew()]).toEqual([200, 401])
    const login = (password: string) => nobody('login', { body: { email: user.email, password } })
    expect([(await login(PASSWORD)).status, (await login('mật khẩu mới')).status]).toEqual([401, 200])
  })

  it('stays when the old one is wrong, which counts as a login that failed', async () => {
    const strict = await startApi({ config: { rateLimits: true, loginFailuresPerAccount: 3 } })
    try {
      const { call } = await person(strict, 'teacher')
      const body = { old_password: 'not this one', new_password: 'mật khẩu mới' }
      const tries = []
      for (let n = 0; n < 4; n++) tries.push((await call('changePassword', { body })).status)
      expect(tries).toEqual([422, 422, 422, 429])
    } finally {
      await strict.close()
    }
  })
})

describe('where one is logged in', () => {
  it('is told to oneself alone, by what each browser calls itself', async () => {
    const { user } = await person(api, 'teacher')
    const other = await person(api, 'teacher')
    await browser(other.user.email, 'another person')
    const phone = await browser(user.email, 'phone')
    await browser(user.email, 'computer')
    const { items } = (await phone.call('listSessions', {})).answer
    expect(items.map(({ device, is_current: isCurrent }) => [device, isCurrent])).toEqual([
      ['computer', false],
      ['phone', true],
    ])
  })

  it('can be left one by one: at once there, and unnoticed elsewhere', async () => {
    const { user } = await person(api, 'teacher')
    const here = await browser(user.email, 'here')
    const lost = await browser(user.email, 'lost')
    const stranger = await person(api, 'admin')
    const { items } = (await here.call('listSessions', {})).answer
    const sessionId = items.find(({ device }) => device === 'lost')?.id ?? 0
    expect((await stranger.call('endSession', { params: { sessionId } })).status).toBe(404)
    expect((await here.call('endSession', { params: { sessionId } })).status).toBe(204)
    expect((await lost.call('me', {})).status).toBe(401)
    expect([await lost.renew(), await here.renew()]).toEqual([401, 200])
    expect((await here.call('listSessions', {})).answer.items).toHaveLength(1)
  })

  it('can be left everywhere but here', async () => {
    const { user } = await person(api, 'teacher')
    const here = await browser(user.email, 'here')
    const others = await Promise.all([browser(user.email, 'a'), browser(user.email, 'b')])
    expect((await here.call('endOtherSessions', {})).status).toBe(204)
    expect(await Promise.all([here, ...others].map(({ renew }) => renew()))).toEqual([200, 401, 401])
  })
})
