import { routes, type Route } from '@anawim/api/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let admin: Someone
let id: number
beforeAll(async () => {
  api = await startApi()
  admin = await person(api, 'admin')
  id = await lessonOf(api, admin)
})
afterAll(() => api.close())

const table: Route[] = Object.values(routes).filter(
  (route: Route) => route.path.startsWith('/api/') || route.path.startsWith('/media/'),
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '0', '-1', '1e99', '2147483648', "'; --", '../..'),
)
/** Keys that the API knows, so that junk gets past the first check. */
const key = fc.oneof(
  fc.constantFrom(
    'email',
    'password',
    'full_name',
    'title',
    'content',
    'pages',
    'version',
    'elements',
    'text',
    'role',
    'user_id',
  ),
  text,
)
const junk = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
})).value
const request = fc.record({
  route: fc.constantFrom(...table),
  params: fc.array(fc.oneof(fc.constant(null), text), { minLength: 2, maxLength: 2 }),
  query: fc.array(
    fc.tuple(fc.oneof(fc.constantFrom('skip', 'limit', 'search', 'sort', 'trash', 'level'), text), text),
    { maxLength: 4 },
  ),
  body: fc.dictionary(key, junk, { maxKeys: 6 }),
  header: fc.constantFrom<Record<string, string>>(
    {},
    { 'if-match': '"x"' },
    { 'if-none-match': '*' },
    { cookie: 'anawim_refresh=1.2.3' },
  ),
})

describe('junk', () => {
  it('never makes the server answer 5xx, whatever the route', async () => {
    const property = fc.asyncProperty(request, async ({ route, params, query, body, header }) => {
      let place = 0
      const path = route.path.replaceAll(/:\w+/g, () =>
        encodeURIComponent((params[place++] ?? String(id)).toWellFormed()),
      )
      const search = new URLSearchParams(
        query.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()] as [string, string]),
      )
      const response = await api.fetch(`${path}?${search.toString()}`, {
        method: route.method,
        headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json', ...header },
        body: route.method === 'GET' || route.method === 'HEAD' ? undefined : JSON.stringify(body),
      })
      await response.arrayBuffer()
      expect(response.status, `${route.method} ${path}`).toBeLessThan(500)
    })
    await fc.assert(property, { numRuns: 400 })
  })
})
