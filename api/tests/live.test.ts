import { readerVersion } from '@anawim/db'
import { contentSchema, forReaders, newContent } from '@anawim/lesson'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
let minh: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher')
  minh = await person(api, 'student')
})
afterAll(() => api.close())

/** The answer as it is on the wire, not yet decompressed. */
function raw(id: number, encoding: string): Promise<{ headers: Record<string, unknown>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${minh.token}`, 'accept-encoding': encoding }
    request(`${api.url}/api/lessons/${id}/live`, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

const content = contentSchema.parse({
  ...newContent('p1', 'Trang 1'),
  pages: [
    { id: 'p1', name: 'Trang 1', elements: [] },
    { id: 'p2', name: 'secret answers', hidden: true, elements: [] },
  ],
})

describe('what readers get', () => {
  it('is without what is hidden, under the version that the socket names too', async () => {
    const id = await lessonOf(api, lan, { content, title: 'Phân số', published: 'public' })
    const { answer, headers } = await minh.call('liveLesson', { params: { id } })
    const view = { title: 'Phân số', content: forReaders(content) }
    expect(answer).toEqual({ version: readerVersion(view), ...view })
    expect(headers.get('etag')).toBe(`"${answer.version}"`)
    expect(JSON.stringify(answer)).not.toContain('secret')
  })

  it('is not sent again while it is the same, whatever else of the lesson changes', async () => {
    const id = await lessonOf(api, lan, { content, published: 'public' })
    const tag = (await minh.call('liveLesson', { params: { id } })).headers.get('etag') ?? ''
    const status = async () => (await minh.call('liveLesson', { params: { id } }, { 'if-none-match': tag })).status
    expect(await status()).toBe(304)
    await lan.call('updateLesson', { params: { id }, body: { description: 'for teachers' } })
    expect(await status()).toBe(304)
    await lan.call('updateLesson', { params: { id }, body: { title: 'another' } })
    expect(await status()).toBe(200)
  })

  it('follows the projection of the canvas', async () => {
    const id = await lessonOf(api, lan, { content, published: 'public' })
    const before = (await minh.call('liveLesson', { params: { id } })).answer
    await api.db.lessons.writeProjection(id, newContent('p9', 'new'), '0')
    const after = (await minh.call('liveLesson', { params: { id } })).answer
    expect(after.content.pages.map(({ id: page }) => page)).toEqual(['p9'])
    expect(after.version).not.toBe(before.version)
  })

  it('is read and made once, when a class opens it at once', async () => {
    const id = await lessonOf(api, lan, { content, published: 'public' })
    const reads = vi.spyOn(api.db.lessons, 'withJson')
    const opened = await Promise.all(Array.from({ length: 40 }, () => minh.call('liveLesson', { params: { id } })))
    expect(new Set(opened.map(({ answer }) => answer.version)).size).toBe(1)
    expect(reads).toHaveBeenCalledTimes(1)
    reads.mockRestore()
  })

  it('comes compressed as the browser can read it, the same bytes for everybody', async () => {
    const id = await lessonOf(api, lan, { content, published: 'public' })
    const [brotli, again, gzip, plain] = await Promise.all([
      raw(id, 'br, gzip'),
      raw(id, 'br'),
      raw(id, 'gzip'),
      raw(id, 'identity'),
    ])
    expect([brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
    expect(brotli.headers.vary).toContain('Accept-Encoding')
    expect(again.bytes.equals(brotli.bytes)).toBe(true)
    expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes)
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes)
  })

  it('is the same by the short way and by the long one, header by header', async () => {
    const id = await lessonOf(api, lan, { content, published: 'public' })
    const [short, long] = [await raw(id, 'gzip'), await raw(id, 'gzip;q=1')]
    const told = ({ headers }: typeof short) => {
      const { date: _date, 'x-request-id': requestId, ...rest } = headers
      expect(requestId).toMatch(/^[\w-]{10}$/)
      return rest
    }
    expect(told(short)).toEqual(told(long))
    expect(short.bytes.equals(long.bytes)).toBe(true)
    const shortLines = api.logged.filter((line) => line.includes(`/api/lessons/${id}/live`))
    expect(shortLines).toHaveLength(2)
    expect(shortLines.join()).not.toContain(minh.token)
  })

  it("is nobody's who may not read it, by either way", async () => {
    const id = await lessonOf(api, lan, { content })
    for (const encoding of ['gzip', 'gzip;q=1']) {
      const { bytes } = await raw(id, encoding)
      const text = bytes[0] === 0x1f ? gunzipSync(bytes).toString() : bytes.toString()
      expect(JSON.parse(text)).toHaveProperty('error.code', 'not_found')
    }
  })
})
