import { errorAnswerSchema, routes, type Route } from '@anawim/api/contract'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
let admin: Someone
let id: number
beforeAll(async () => {
  api = await startApi({ config: { jsonLimitBytes: 1_000_000 } })
  lan = await person(api, 'teacher')
  admin = await person(api, 'admin')
  id = await lessonOf(api, lan)
})
afterAll(() => api.close())

const JSON_TYPE = { 'content-type': 'application/json' }

async function ask(
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = JSON_TYPE,
) {
  const init = { method, body, headers: { authorization: `Bearer ${admin.token}`, ...headers } }
  const response = await api.fetch(path, init)
  const { error } = errorAnswerSchema.parse(await response.json())
  expect(error.request_id).toBe(response.headers.get('x-request-id'))
  return { status: response.status, code: error.code, message: error.message }
}

describe('whatever a client sends', () => {
  it.each([
    ['GET', '/api/lessons/abc', 404],
    ['GET', '/api/lessons/1e99', 404],
    ['GET', '/api/lessons/99999999999', 404],
    ['GET', '/api/lessons/99999999999999999999999', 404],
    ['GET', '/api/lessons/-1', 404],
    ['GET', '/api/lessons/0', 404],
    ['GET', '/api/lessons/1.5', 404],
    ['GET', '/api/lessons/%00', 404],
    ['GET', '/api/lessons/%E0%A4%A', 400],
    ['GET', '/api/lessons/%ff', 400],
    ['GET', '/api/lessons/1%20OR%201=1', 404],
    ['GET', '/api/lessons?skip=-1', 422],
    ['GET', '/api/lessons?skip=99999999999', 422],
    ['GET', '/api/lessons?skip=1e3', 422],
    ['GET', '/api/lessons?limit=0', 422],
    ['GET', '/api/lessons?limit=101', 422],
    ['GET', '/api/lessons?limit=', 422],
    ['GET', '/api/lessons?limit=1&limit=2', 422],
    ['GET', '/api/lessons?search=%00', 422],
    ['GET', `/api/lessons?search=${'a'.repeat(201)}`, 422],
    ['GET', '/api/lessons?status=gone', 422],
    ['GET', '/api/lessons?sort=password', 422],
    ['GET', '/api/lessons?trash=maybe', 422],
    ['GET', '/api/admin/users?role=boss', 422],
    ['GET', '/api/nothing', 404],
    ['PUT', '/api/lessons', 404],
    ['DELETE', '/api/lessons/1/members/abc', 404],
    ['PATCH', '/api/admin/users/99999999999', 404],
    ['GET', '/media/x', 404],
    ['GET', '/api/__proto__', 404],
  ])('%s %s is %i', async (method, path, status) => {
    expect((await ask(method, path)).status).toBe(status)
  })

  it.each([
    ['a text that ends in the middle', '{"title":', 400, 'malformed_json'],
    ['no object', '"title"', 400, 'malformed_json'],
    ['null', 'null', 400, 'malformed_json'],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'malformed_json'],
    ['a list', '[]', 422, 'invalid'],
    ['nothing', undefined, 422, 'invalid'],
    ['a NUL', '{"title":"a\\u0000b"}', 422, 'invalid'],
    ['half a surrogate pair', '{"title":"\\ud800"}', 422, 'invalid'],
    [
      'a NUL deep inside',
      '{"title":"a","content":{"version":1,"pages":[{"id":"p","name":"\\u0000"}]}}',
      422,
      'invalid',
    ],
    ['a NUL in a key', '{"title":"a","\\u0000":1}', 422, 'invalid'],
    ['a wrong type', '{"title":{"a":1}}', 422, 'invalid'],
    ['a huge number', '{"title":"a","duration":1e400}', 422, 'invalid'],
    ['an unknown field', '{"title":"a","author_id":1}', 422, 'invalid'],
    ['its prototype', '{"title":"a","__proto__":{"isAdmin":true}}', 422, 'invalid'],
    ['half a minute', '{"title":"a","duration":0.5}', 422, 'invalid'],
    ['an empty title', '{"title":"  "}', 422, 'invalid'],
    ['a title of two lines', '{"title":"a\\nb"}', 422, 'invalid'],
    ['lists inside lists', `{"title":"a","content":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422, 'invalid'],
    ['too much', JSON.stringify({ title: 'a', description: 'x'.repeat(1_100_000) }), 413, 'too_large'],
  ])('a lesson of %s is refused', async (_what, body, status, code) => {
    expect(await ask('POST', '/api/lessons', body)).toMatchObject({ status, code })
  })

  it.each([
    ['text', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['another charset', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['an unknown encoding', { ...JSON_TYPE, 'content-encoding': 'zip' }, 415],
    ['bytes that are no gzip', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 400],
  ])('JSON that comes as %s is refused', async (_what, headers, status) => {
    expect((await ask('POST', '/api/lessons', '{"title":"a"}', headers as Record<string, string>)).status).toBe(status)
  })

  it('takes little from who is not logged in', async () => {
    const body = JSON.stringify({ email: 'a'.repeat(200_000), password: 'x' })
    expect((await ask('POST', '/api/auth/login', body)).status).toBe(413)
  })

  it('takes a trailing slash, and a body with a charset', async () => {
    const init = {
      method: 'POST',
      headers: { authorization: `Bearer ${lan.token}`, 'content-type': 'application/json; charset=utf-8' },
    }
    const response = await api.fetch('/api/lessons/', { ...init, body: '{"title":"a"}', redirect: 'error' })
    expect(response.status).toBe(201)
    expect((await api.fetch(`/api/lessons/${id}/`, { headers: init.headers, redirect: 'error' })).status).toBe(200)
  })

  it('never answers with a stack, a path or SQL', async () => {
    for (const body of ['{"title":', '{"title":1}', '[]']) {
      expect((await ask('POST', '/api/lessons', body)).message).not.toMatch(/\bat \/|node_modules|select|\.ts/i)
    }
  })

  it('goes on when a client goes away in the middle', async () => {
    const { port } = new URL(api.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = `POST /api/lessons HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${lan.token}\r\n`
        socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"tit`, () =>
          socket.destroy(),
        )
      })
      socket.on('close', () => resolve())
    })
    expect((await api.fetch('/health')).status).toBe(200)
  })
})

describe('the log', () => {
  it('tells what was asked, and holds no password, token, cookie, query or media address', async () => {
    const headers = {
      ...JSON_TYPE,
      authorization: 'Bearer secret-token',
      cookie: 'anawim_refresh=secret-cookie',
      'x-request-id': 'forged',
    }
    const body = JSON.stringify({ email: 'who@school.vn', password: 'secret-password' })
    await api.fetch('/api/auth/login?x=secret-query', { method: 'POST', body, headers })
    await api.fetch('/media/secret-capability-here/image.webp')
    const log = api.logged.join('')
    expect(log).toContain('"path":"/api/auth/login"')
    expect(log).not.toMatch(/secret-|forged/)
  })
})

describe('what would keep the server busy', () => {
  it.each([
    ['lists inside lists without an end', '['.repeat(400_000) + ']'.repeat(400_000), /deep/],
    ['a text that cannot be stored, deep down', `${'['.repeat(400_000)}"\\u0000"${']'.repeat(400_000)}`, /deep/],
    ['more keys than ours have', `{${Array.from({ length: 5_000 }, (_, key) => `"k${key}":0`).join()}}`, /many/],
    ['a list of a hundred thousand', `[${'0,'.repeat(200_000)}0]`, /many/],
  ])('%s is refused before it is parsed', async (_what, content, why) => {
    const response = await api.fetch('/api/lessons', {
      method: 'POST',
      body: `{"title":"Bài","content":${content}}`,
      headers: { authorization: `Bearer ${admin.token}`, ...JSON_TYPE },
    })
    expect(response.status).toBe(422)
    const { error } = errorAnswerSchema.parse(await response.json())
    expect(error.details).toEqual([{ path: '', message: expect.stringMatching(why) }])
  })

  it('gives up on a lesson of wrong elements at the fiftieth', () => {
    let looked = 0
    const wrong = () => ({
      kind: 'shape',
      get id() {
        looked++
        return ''
      },
    })
    const pages = [{ id: 'p', elements: Array.from({ length: 9_000 }, wrong) }]
    const route: Route = routes.createLesson
    const details = route.precheck?.({ title: 'Bài', content: { version: 1, pages } }) ?? []
    expect([details.length, details[0]?.path.startsWith('content.pages.0.elements.0')]).toEqual([50, true])
    expect(looked).toBeGreaterThan(0)
    expect(looked).toBeLessThan(500)
  })

  it('never answers with a key of a megabyte', async () => {
    const response = await api.fetch('/api/lessons', {
      method: 'POST',
      body: JSON.stringify({ title: 'Bài', [`${'k'.repeat(500_000)}\u0000`]: 1, ['q'.repeat(300_000)]: 1 }),
      headers: { authorization: `Bearer ${admin.token}`, ...JSON_TYPE },
    })
    expect(response.status).toBe(422)
    expect((await response.text()).length).toBeLessThan(2_000)
  })

  it('refuses a student before it looks at what the student sent', async () => {
    const student = await person(api, 'student')
    const headers = { ...JSON_TYPE, authorization: `Bearer ${student.token}` }
    expect(await ask('POST', '/api/lessons', '{"not a lesson', headers)).toMatchObject({ status: 403 })
    expect(await ask('PATCH', `/api/lessons/${id}`, '{"not a lesson', headers)).toMatchObject({ status: 404 })
  })

  it('judges anew who sends a body slowly', async () => {
    const slow = await person(api, 'teacher')
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('{"title":'))
        await api.db.users.update(slow.id, { isActive: false })
        await new Promise((resolve) => setTimeout(resolve, 1_200))
        controller.enqueue(new TextEncoder().encode('"Bài"}'))
        controller.close()
      },
    })
    const headers = { ...JSON_TYPE, authorization: `Bearer ${slow.token}` }
    const init = { method: 'POST', body, headers, duplex: 'half' as const }
    expect((await api.fetch('/api/lessons', init)).status).toBe(401)
  })

  it('lets one who asks without end wait for the own answers, and nobody else', async () => {
    const { list } = api.db.lessons
    let running = 0
    let most = 0
    api.db.lessons.list = async (query) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 20))
      return list(query).finally(() => running--)
    }
    const flood = Array.from({ length: 200 }, async () => (await lan.call('listLessons', {})).status)
    const other = Array.from({ length: 5 }, async () => (await admin.call('listLessons', {})).status)
    expect(new Set(await Promise.all([...flood, ...other]))).toEqual(new Set([200]))
    api.db.lessons.list = list
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(15)
  })
})
