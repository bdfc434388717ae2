import { routes } from '@anawim/api/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { startApi } from './api-server.ts'
import { cuttableWire, type CuttableWire } from './cuttable-wire.ts'
import { client } from './client.ts'
import { lessonOf, person } from './people.ts'

describe('the state of the server', () => {
  it('is alive before it is ready', async () => {
    let isReady = false
    const api = await startApi({ isReady: () => isReady })
    try {
      const ask = client(api.url)
      const waiting = await ask('ready', {})
      expect([(await ask('health', {})).status, waiting.status, waiting.error.code]).toEqual([200, 503, 'unavailable'])
      isReady = true
      expect((await ask('ready', {})).answer).toEqual({ status: 'ready' })
    } finally {
      await api.close()
    }
  })

  it('says 503 while the database is away, and serves again when it is back', async () => {
    let wire: CuttableWire | undefined
    const api = await startApi({ wire: async (url) => (wire = await cuttableWire(url)).url })
    try {
      const lan = await person(api, 'teacher')
      const id = await lessonOf(api, lan)
      wire?.cut()
      const away = await lan.call('getLesson', { params: { id } })
      const ready = await client(api.url)('ready', {})
      expect([away.status, away.error.code, ready.status]).toEqual([503, 'unavailable', 503])
      expect(away.headers.get('retry-after')).toBe('2')
      wire?.mend()
      const back = async () => (await lan.call('getLesson', { params: { id } })).status
      await expect.poll(back, { timeout: 10_000 }).toBe(200)
    } finally {
      await api.close()
      wire?.close()
    }
  })

  it('tells the figures of who shares the process', async () => {
    const figures = () => [{ name: 'anawim_lessons_total', help: 'Lessons, of any kind.', value: 7 }]
    const api = await startApi({ figures })
    try {
      const text = await (await api.fetch('/metrics')).text()
      expect(text).toContain('\n# TYPE anawim_lessons_total counter\nanawim_lessons_total 7\n')
    } finally {
      await api.close()
    }
  })

  it('is measured by route, never by address', async () => {
    const api = await startApi()
    try {
      const lan = await person(api, 'teacher')
      await lan.call('getLesson', { params: { id: await lessonOf(api, lan) } })
      await api.fetch('/api/lessons/4711')
      const text = await (await api.fetch('/metrics')).text()
      expect(text).toContain(
        'anawim_http_request_duration_seconds_count{method="GET",route="/api/lessons/:id",status="200"} 1',
      )
      expect(text).toContain('status="401"')
      expect(text).toContain('process_cpu_seconds_total')
      expect(text).not.toContain('4711')
    } finally {
      await api.close()
    }
  })
})

describe('OpenAPI', () => {
  it('is 3.1, whole, and lists every route with its access', async () => {
    const api = await startApi()
    try {
      const document = (await client(api.url)('openApi', {})).answer as unknown as Document
      expect(document.openapi).toBe('3.1.0')
      expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true })
      const operations = Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
      )
      expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(
        Object.keys(routes).toSorted(),
      )
      for (const { path, operation } of operations) {
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
        expect({ path, names: inPath.map(({ name }) => name) }).toEqual({ path, names: named })
        expect(operation.description).toContain('Access:')
      }
      expect(danglingReferences(document)).toEqual([])
      expect(document.components.schemas).toHaveProperty('Lesson')
    } finally {
      await api.close()
    }
  })
})

describe('the readable description', () => {
  it('names every route and shape, links to what is there, and brings no script and nothing from elsewhere', async () => {
    const api = await startApi()
    try {
      const response = await api.fetch('/api/docs')
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      const page = await response.text()
      for (const name of Object.keys(routes)) expect(page).toContain(`id="${name}"`)
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
      expect(links.filter((id) => !ids.has(id))).toEqual([])
      expect(page).not.toMatch(/<script|https?:\/\/|src=/)
    } finally {
      await api.close()
    }
  })
})

interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
interface Operation {
  operationId: string
  description: string
  parameters?: { in: string; name: string }[]
}

/** Every `$ref` that leads nowhere. */
function danglingReferences(document: Document): string[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '')
  return references.filter((path) => {
    const found = path
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
    return found === undefined
  })
}
