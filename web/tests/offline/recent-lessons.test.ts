/** What can be read offline: what one read last, with its pictures; nothing of anybody else, and nothing that one may not read any more. */
import { newContent } from '@anawim/lesson'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerApi } from '../../src/offline/answer-api.ts'
import { pageOf } from '../../src/offline/page-of.ts'
import { keepLesson, keptLesson, listKept, type LessonCaches } from '../../src/offline/recent-lessons.ts'
import type { RequestEvent } from '../../src/offline/worker-scope.ts'
import { browserCaches } from '../support/browser-caches.ts'

let caches: LessonCaches
/** What the server answers; null: it is out of reach. */
let server: ((request: Request) => Response | Promise<Response>) | null

beforeEach(() => {
  caches = browserCaches()
  server = () => lesson('Phân số')
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    if (!server) throw new TypeError('Failed to fetch')
    return server(input instanceof Request ? input : new Request(new URL(input, 'https://school.example'), init))
  })
})
afterEach(() => vi.unstubAllGlobals())

function lesson(title: string, src?: string): Response {
  const content = newContent('p1', 'Trang 1')
  const box = { x: 0, y: 0, width: 10, height: 10, rotation: 0 }
  if (src !== undefined) content.pages[0]?.elements.push({ id: 'e1', kind: 'image', mediaId: 1, src, alt: '', ...box })
  return Response.json({ version: 'v', title, content })
}

const tokenOf = (sub: string, aud = 'api') => `x.${btoa(JSON.stringify({ sub, aud }))}.x`.replaceAll('=', '')

/** A request of a page, through the worker, with all that it does beside the answer. */
async function ask(path: string, token?: string, method = 'GET'): Promise<Response | null> {
  const works: Promise<unknown>[] = []
  const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` })
  const request = new Request(`https://school.example${path}`, { method, headers })
  const event = { request, waitUntil: (work: Promise<unknown>) => works.push(work) } as unknown as RequestEvent
  const answer = await answerApi(caches, event)
  await Promise.all(works)
  return answer
}
const titles = async (person: string) => (await listKept(caches, person)).map(({ title }) => title)

test('what was read is there without a server, the last first, for the same person alone', async () => {
  await ask('/api/lessons/1/live', tokenOf('7'))
  server = () => lesson('Quang hợp')
  await ask('/api/lessons/2/live', tokenOf('7'))
  server = null
  expect(await titles('7')).toEqual(['Quang hợp', 'Phân số'])
  expect(await (await ask('/api/lessons/1/live', tokenOf('7')))?.json()).toMatchObject({ title: 'Phân số' })
  await expect(ask('/api/lessons/1/live', tokenOf('8'))).rejects.toThrow('Failed to fetch')
  await expect(ask('/api/lessons/3/live', tokenOf('7'))).rejects.toThrow('Failed to fetch')
})

test('what is withdrawn, deleted or refused is forgotten, and an error of the server changes nothing', async () => {
  await ask('/api/lessons/1/live', tokenOf('7'))
  server = () => new Response(null, { status: 500 })
  await ask('/api/lessons/1/live', tokenOf('7'))
  expect(await titles('7')).toEqual(['Phân số'])
  server = () => new Response(null, { status: 404 })
  await ask('/api/lessons/1/live', tokenOf('7'))
  expect(await titles('7')).toEqual([])
})

test.each([
  ['/api/auth/logout', 'POST'],
  ['/api/auth/login', 'POST'],
  ['/api/auth/code-login', 'POST'],
])('nothing is left after %s, the network gone or not', async (path, method) => {
  await ask('/api/lessons/1/live', tokenOf('7'))
  server = null
  await ask(path, undefined, method)
  expect(await caches.keys()).toEqual([])
})

test('who is put out, suspended or logged out elsewhere, leaves nothing', async () => {
  await ask('/api/lessons/1/live', tokenOf('7'))
  server = () => new Response(null, { status: 401 })
  await ask('/api/auth/refresh', undefined, 'POST')
  expect(await caches.keys()).toEqual([])
})

test('what is on its way while somebody leaves is not kept', async () => {
  let arrive: (answer: Response) => void = () => {}
  server = (request) =>
    request.url.endsWith('live') ? new Promise<Response>((resolve) => (arrive = resolve)) : new Response()
  const reading = ask('/api/lessons/1/live', tokenOf('7'))
  await ask('/api/auth/logout', undefined, 'POST')
  arrive(lesson('Phân số'))
  await reading
  expect(await caches.keys()).toEqual([])
})

test('another person reads: what the first had read is gone', async () => {
  await ask('/api/lessons/1/live', tokenOf('7'))
  await ask('/api/lessons/1/live', tokenOf('8'))
  expect([await titles('7'), await titles('8')]).toEqual([[], ['Phân số']])
})

test('of who came by a link, and of answers of any other kind, nothing is kept', async () => {
  await ask('/api/lessons/1/live', tokenOf('7', 'link'))
  await ask('/api/lessons/1/live')
  await ask('/api/lessons/1/live', 'nonsense')
  for (const path of ['/api/lessons', '/api/lessons/1', '/api/lessons/1/members', '/api/admin/users']) {
    expect(await ask(path, tokenOf('7'))).toBeNull()
  }
  expect(await caches.keys()).toEqual([])
})

test('who opens a lesson to edit it can read it later, as readers see it', async () => {
  server = (request) => (request.url.endsWith('/live') ? lesson('Bài soạn') : Response.json({ token: 'secret' }))
  await ask('/api/lessons/4/collab-token', tokenOf('7'), 'POST')
  expect(await titles('7')).toEqual(['Bài soạn'])
  expect(await (await keptLesson(caches, '7', 4))?.text()).not.toContain('secret')
})

test('twenty lessons are kept, with the pictures that they show and no others', async () => {
  for (let id = 1; id <= 22; id++) {
    await keepLesson(caches, '7', id, lesson(`Bài ${id}`, `/media/${'a'.repeat(21)}${id % 10}/image.webp`))
  }
  const cache = await caches.open('anawim-lessons-7')
  const urls = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  expect(urls.filter((url) => url.startsWith('/api/'))).toHaveLength(20)
  expect(urls.filter((url) => url.startsWith('/media/'))).toHaveLength(10)
  await keepLesson(caches, '7', 22, lesson('Bài 22'))
  expect((await titles('7'))[0]).toBe('Bài 22')
})

test('offline, addresses of lessons are the reader’s page, other addresses the app, and files and the API none', () => {
  expect(['/lessons/3/view', '/l'].map(pageOf)).toEqual(['/view.html', '/view.html'])
  expect(['/', '/lessons/3', '/admin'].map(pageOf)).toEqual(['/index.html', '/index.html', '/index.html'])
  expect(['/api/docs', '/media/x/y.webp', '/assets/a.js', '/favicon.svg'].map(pageOf)).toEqual([null, null, null, null])
})
