import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client } from './client.ts'
import { PASSWORD, person } from './people.ts'

let api: ApiServer
beforeAll(async () => {
  const config = {
    rateLimits: true,
    loginFailuresPerAccount: 3,
    loginFailuresPerAddress: 8,
    loginFailureWindowSeconds: 2,
    registrationsPerHour: 5,
    canvasesPerMinute: 3,
    trustProxy: 1,
  }
  api = await startApi({ config })
})
afterAll(() => api.close())

let addresses = 0
/** Someone at an address of their own. */
function address() {
  addresses++
  const headers = { 'x-forwarded-for': `10.0.0.${addresses}` }
  const call = client(api.url)
  return {
    login: (email: string, password = PASSWORD) => call('login', { body: { email, password } }, headers),
    register: (email: string) => call('register', { body: { email, password: PASSWORD, full_name: 'An' } }, headers),
  }
}

describe('limits', () => {
  it('let a whole class log in from one address', async () => {
    const school = address()
    const people = await Promise.all(Array.from({ length: 40 }, () => person(api, 'student')))
    const logins = await Promise.all(people.map(({ user }) => school.login(user.email)))
    expect(new Set(logins.map(({ status }) => status))).toEqual(new Set([200]))
  })

  it('count only failures of one account, say how long to wait, and forget', async () => {
    const home = address()
    const { user } = await person(api, 'teacher')
    for (let i = 0; i < 6; i++) expect((await home.login(user.email)).status).toBe(200)
    for (let i = 0; i < 3; i++) expect((await home.login(user.email, 'wrong password')).status).toBe(401)
    const refused = await home.login(user.email)
    expect([refused.status, refused.error.code]).toEqual([429, 'too_many_requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect((await address().login(user.email)).status, 'another address').toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect((await home.login(user.email)).status).toBe(200)
  })

  it('count guesses that run at the same time', async () => {
    const home = address()
    const { user } = await person(api, 'teacher')
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => home.login(user.email, `wrong guess ${i}`)))
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(3)
  })

  it('let the right password of many tabs pass at the same time', async () => {
    const home = address()
    const { user } = await person(api, 'teacher')
    const tabs = await Promise.all(Array.from({ length: 12 }, () => home.login(user.email)))
    expect(new Set(tabs.map(({ status }) => status))).toEqual(new Set([200]))
  })

  it('count the failures of an address over all accounts, of people that do not exist too', async () => {
    const home = address()
    const statuses = []
    for (let i = 0; i < 10; i++) statuses.push((await home.login(`nobody${i}@school.vn`)).status)
    expect(statuses).toEqual([...Array<number>(8).fill(401), 429, 429])
  })

  it('count registrations of an address', async () => {
    const home = address()
    const statuses = []
    for (let i = 0; i < 7; i++) statuses.push((await home.register(`new${i}@school.vn`)).status)
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429])
  })

  it('count what one person has the database keep: lessons, copies and versions together', async () => {
    const [busy, other] = [await person(api, 'teacher'), await person(api, 'teacher')]
    const { answer: lesson } = await busy.call('createLesson', { body: { title: 'Quang hợp' } })
    const params = { id: lesson.id }
    const statuses = [
      await busy.call('keepVersion', { params, body: {} }),
      await busy.call('duplicateLesson', { params }),
      await busy.call('keepVersion', { params, body: {} }),
      await other.call('createLesson', { body: { title: 'Hô hấp' } }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([201, 201, 429, 201])
  })
})
