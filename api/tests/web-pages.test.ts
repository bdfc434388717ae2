import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'

let api: ApiServer
let webDist: string
beforeAll(async () => {
  webDist = await mkdtemp(join(tmpdir(), 'anawim-web-'))
  await mkdir(join(webDist, 'assets'))
  await writeFile(join(webDist, 'index.html'), '<title>app</title>')
  await writeFile(join(webDist, 'view.html'), '<title>viewer</title>')
  await writeFile(join(webDist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(webDist, 'assets', 'app-1a2b.js'), `const words = ${JSON.stringify('a'.repeat(5_000))}`)
  api = await startApi({ config: { webDist, allowedOrigins: ['https://school.example'] } })
})
afterAll(async () => {
  await api.close()
  await rm(webDist, { recursive: true })
})

const open = (path: string) => api.fetch(path, { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' })

describe('pages', () => {
  it.each(['/', '/login', '/register', '/lessons/12', '/lessons/12/', '/admin', '/gallery', '/index.html'])(
    '%s is the app',
    async (path) => {
      const response = await open(path)
      expect([response.status, await response.text()]).toEqual([200, '<title>app</title>'])
      expect(response.headers.get('cache-control')).toBe('no-cache')
    },
  )

  it.each(['/lessons/12/view', '/lessons/12/view/'])('%s is the viewer’s own page', async (path) => {
    expect(await (await open(path)).text()).toBe('<title>viewer</title>')
  })

  it.each(['/api/nothing', '/media/nothing', '/collab', '/socket.io/', '/assets/gone.js', '/gone.png', '/.env'])(
    '%s is no page',
    async (path) => {
      const response = await open(path)
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8'])
    },
  )

  it('are for browsers only', async () => {
    expect((await api.fetch('/lessons/12', { headers: { accept: 'application/json' } })).status).toBe(404)
  })

  it('have assets that are kept for good, and come compressed', async () => {
    const { headers } = await api.fetch('/assets/app-1a2b.js')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-encoding')).toMatch(/^(br|gzip)$/)
    expect((await api.fetch('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  })
})

describe('headers', () => {
  it.each(['/API/unknown', '//api/unknown', '/%61pi/unknown', '/Assets/app.mjs', '/MEDIA/x'])(
    'are not given for %s, however it is written',
    async (path) => {
      const response = await api.fetch(path, { headers: { accept: 'text/html' } })
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8'])
    },
  )

  it('let pages run our scripts only, and work over plain http', async () => {
    const { headers } = await open('/')
    const policy = headers.get('content-security-policy') ?? ''
    const rules = new Map(policy.split(';').map((rule) => [rule.split(' ', 1)[0] ?? '', rule]))
    expect(rules.get('script-src')).toBe("script-src 'self'")
    expect(rules.get('style-src')).toBe("style-src 'self' 'unsafe-inline'")
    expect(rules.get('img-src')).toBe("img-src 'self' blob: data:")
    expect(rules.get('worker-src')).toBe("worker-src 'self' blob:")
    const { host } = new URL(api.url)
    expect(rules.get('connect-src')).toBe(`connect-src 'self' ws://${host} wss://${host}`)
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('x-powered-by')).toBe(false)
  })

  it('let named origins read answers, and no other', async () => {
    const from = async (origin: string, method = 'GET') => {
      const headers = { origin, 'access-control-request-method': 'PATCH' }
      return (await api.fetch('/health', { method, headers })).headers.get('access-control-allow-origin')
    }
    expect([await from('https://school.example'), await from('https://evil.example'), await from(api.url)]).toEqual([
      'https://school.example',
      null,
      null,
    ])
    const preflight = await api.fetch('/api/lessons/1', {
      method: 'OPTIONS',
      headers: { origin: 'https://school.example', 'access-control-request-method': 'PATCH' },
    })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, POST, PATCH, DELETE',
    ])
    expect(await from('https://evil.example', 'OPTIONS')).toBeNull()
  })
})
