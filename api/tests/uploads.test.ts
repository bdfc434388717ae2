/** Resumable uploads, spoken as tus-js-client speaks. */
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '@anawim/api/contract'
import type { ErrorBody } from '@anawim/lesson'
import { readApiConfig } from '@anawim/api'
import { startApi, type ApiServer } from './api-server.ts'
import { person, type Someone } from './people.ts'
import { films, picture, recordings, strangers } from './sample-files.ts'

let api: ApiServer
let lan: Someone
let other: Someone
const folder = () => readApiConfig({ ANAWIM_DATA_DIR: api.dataDir }).uploadsFolder
beforeAll(async () => {
  api = await startApi({
    config: { uploadLimitBytes: 20_000, audioLimitBytes: 30_000, videoLimitBytes: 50_000, mediaQuotaBytes: 60_000 },
  })
  lan = await person(api, 'teacher')
  other = await person(api, 'teacher')
})
afterAll(() => api.close())

const tus = (who: Someone, path: string, method: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
  api.fetch(path, {
    method,
    headers: { authorization: `Bearer ${who.token}`, 'tus-resumable': '1.0.0', ...headers },
    ...(body && { body: new Uint8Array(body) }),
  })

const metadata = (facts: Record<string, string>) =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

function start(who: Someone, length: number, facts: Record<string, string> = { filename: 'x' }): Promise<Response> {
  return tus(who, '/api/media/uploads', 'POST', { 'upload-length': String(length), 'upload-metadata': metadata(facts) })
}

const send = (who: Someone, at: string, offset: number, bytes: Uint8Array) =>
  tus(who, at, 'PATCH', { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes)

async function upload(file: Uint8Array, facts: Record<string, string> = {}, who = lan): Promise<Response> {
  const started = await start(who, file.length, { filename: 'tệp', ...facts })
  return started.status === 201 ? send(who, started.headers.get('location') ?? '', 0, file) : started
}
const codeOf = async (response: Response) => ((await response.json()) as { error: ErrorBody }).error.code
const clear = () => api.db.knex('media_assets').delete()

describe('an upload in pieces', () => {
  it('goes on where it stopped, and is a file of the library after its last byte', async () => {
    const film = films['video/webm']
    const started = await start(lan, film.length, { filename: 'Thí nghiệm.webm', duration: '12.5', width: '640' })
    expect([started.status, started.headers.get('access-control-allow-origin')]).toEqual([201, null])
    const at = started.headers.get('location') ?? ''
    expect(at).toMatch(/^\/api\/media\/uploads\/[\w-]{22}$/)
    expect((await send(lan, at, 0, film.subarray(0, 700))).status).toBe(204)
    const state = await tus(lan, at, 'HEAD')
    expect([state.headers.get('upload-offset'), state.headers.get('upload-media-id')]).toEqual(['700', null])
    expect(await codeOf(await send(lan, at, 0, film.subarray(0, 700)))).toBe('conflict')
    const last = await send(lan, at, 700, film.subarray(700))
    const media = (await last.json()) as Media
    expect([last.status, last.headers.get('upload-media-id')]).toEqual([200, String(media.id)])
    expect(media).toMatchObject({
      original_filename: 'Thí nghiệm.webm',
      file_type: 'video',
      mime_type: 'video/webm',
      duration: 12.5,
      width: 640,
      height: null,
      file_size: film.length,
    })
    const bytes = Buffer.from(await (await api.fetch(media.url)).arrayBuffer())
    expect(bytes.equals(film)).toBe(true)
    // The last answer was lost: who asks again learns that all is well.
    const again = await tus(lan, at, 'HEAD')
    expect(again.headers.get('upload-media-id')).toBe(String(media.id))
    expect(again.headers.get('upload-offset')).toBe(again.headers.get('upload-length'))
    expect(await readdir(folder())).toEqual([])
  })

  it.each(Object.entries({ ...films, ...recordings }))('may be %s', async (mime, file) => {
    await clear()
    const media = (await (await upload(file, { filename: 'x.exe' })).json()) as Media
    expect(media.mime_type).toBe(mime)
    const served = await api.fetch(media.url, { headers: { range: 'bytes=0-9' } })
    expect([served.status, served.headers.get('content-type')]).toEqual([206, mime])
    expect(served.headers.get('content-range')).toBe(`bytes 0-9/${file.length}`)
  })

  it('may be a picture, which is made anew', async () => {
    const { mime_type, width } = (await (await upload(await picture(40, 30).png().toBuffer())).json()) as Media
    expect([mime_type, width]).toEqual(['image/webp', 40])
  })

  it('believes no nonsense about a film', async () => {
    await clear()
    const facts = { duration: '1e9', width: '-4', height: 'NaN' }
    const media = (await (await upload(films['video/mp4'], facts)).json()) as Media
    expect([media.duration, media.width, media.height]).toEqual([null, null, null])
  })

  it.each(Object.entries(strangers))(
    'is refused when it turns out to be %s, and leaves nothing',
    async (_kind, file) => {
      const response = await upload(file, { filename: 'phim.mp4', filetype: 'video/mp4' })
      expect([response.status, await codeOf(response)]).toEqual([415, 'unsupported_media_type'])
      expect(await readdir(folder())).toEqual([])
    },
  )

  it('is held to the limit of its type, to the longest of all, and to the quota', async () => {
    await clear()
    const sound = Buffer.concat([recordings['audio/mpeg'], Buffer.alloc(30_000)])
    const film = Buffer.concat([films['video/mp4'], Buffer.alloc(40_000)])
    expect(await codeOf(await upload(sound))).toBe('too_large')
    expect(await codeOf(await start(lan, 50_001))).toBe('too_large')
    expect((await upload(film)).status).toBe(200)
    expect(await codeOf(await start(lan, 20_000))).toBe('quota_exceeded')
    const { answer } = await lan.call('listMedia', { query: {} })
    const sizes = { image: 20_000, video: 50_000, audio: 30_000 }
    expect(answer.usage).toEqual({ bytes: film.length, quota: 60_000, limits: sizes })
    // What is on its way counts too.
    const started = await start(lan, 10_000)
    expect(await codeOf(await start(lan, 10_000))).toBe('quota_exceeded')
    expect((await tus(lan, started.headers.get('location') ?? '', 'DELETE')).status).toBe(204)
    expect((await start(lan, 10_000)).status).toBe(201)
  })

  it('is nobody else’s to see, to go on with, or to end', async () => {
    await clear()
    const at = (await start(other, 100)).headers.get('location') ?? ''
    const answers = [
      await tus(lan, at, 'HEAD'),
      await send(lan, at, 0, Buffer.alloc(100)),
      await tus(lan, at, 'DELETE'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await tus(other, at, 'DELETE')).status).toBe(204)
    expect((await tus(other, at, 'HEAD')).status).toBe(404)
  })

  it('is not begun by nonsense', async () => {
    const lengths = ['', '0', '-1', '1e3', '99999999999999999999']
    const begun = lengths.map((length) => tus(lan, '/api/media/uploads', 'POST', { 'upload-length': length }))
    expect((await Promise.all(begun)).map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
    const odd = await tus(lan, '/api/media/uploads', 'POST', { 'upload-length': '5', 'upload-metadata': 'ä b c' })
    const old = await tus(lan, '/api/media/uploads', 'POST', { 'upload-length': '5', 'tus-resumable': '0.2.2' })
    for (const { status } of [odd, old]) expect([400, 412]).toContain(status)
    expect(await codeOf(odd)).toBe('bad_request')
  })
})
