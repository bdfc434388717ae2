import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
beforeAll(async () => {
  api = await startApi({ config: { uploadLimitBytes: 300_000, imageLimitPixels: 20_000_000 } })
  lan = await person(api, 'teacher')
})
afterAll(() => api.close())

const canvas = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#e11' } })

function form(bytes: Uint8Array, name = 'photo.jpg', field = 'file'): FormData {
  const data = new FormData()
  data.append(field, new Blob([new Uint8Array(bytes)]), name)
  return data
}

const upload = (bytes: Uint8Array, name?: string, field?: string) =>
  lan.call('uploadMedia', { form: form(bytes, name, field) })

describe('uploading a picture', () => {
  it('keeps the picture, and nothing of where and by whom it was taken', async () => {
    const photo = await canvas(60, 40)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Nguyen', Copyright: 'Nguyen' }, IFD3: { GPSLatitude: '21/1 2/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><where>Ha Noi</where></x:xmpmeta>')
      .toBuffer()
    expect(photo.includes('Nguyen')).toBe(true)
    const { status, answer } = await upload(photo, 'lớp 4A.jpg')
    expect(status).toBe(201)
    expect(answer).toMatchObject({
      original_filename: 'lớp 4A.jpg',
      mime_type: 'image/webp',
      width: 60,
      height: 40,
      uploaded_by: lan.id,
    })
    expect(answer.url).toMatch(/^\/media\/[A-Za-z0-9_-]{22}\/image\.webp$/)
    const stored = Buffer.from(await (await api.fetch(answer.url)).arrayBuffer())
    expect(stored.length).toBe(answer.file_size)
    const metadata = await sharp(stored).metadata()
    expect([metadata.format, metadata.exif, metadata.xmp, metadata.icc]).toEqual([
      'webp',
      undefined,
      undefined,
      undefined,
    ])
    expect(stored.includes('Nguyen') || stored.includes('Ha Noi')).toBe(false)
  })

  it('turns it the way the camera was held', async () => {
    const photo = await canvas(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect((await upload(photo)).answer).toMatchObject({ width: 40, height: 60 })
  })

  it('makes large pictures smaller', async () => {
    const { answer } = await upload(await canvas(4000, 1000).png().toBuffer())
    expect([answer.width, answer.height]).toEqual([2560, 640])
  })

  it.each(['png', 'webp', 'gif', 'avif'] as const)('reads %s, whatever its name says', async (format) => {
    const { status, answer } = await upload(await canvas(8, 6).toFormat(format).toBuffer(), 'a.txt')
    expect([status, answer.width, answer.height]).toEqual([201, 8, 6])
  })

  it('drops what hides behind the end of a picture', async () => {
    const polyglot = Buffer.concat([await canvas(8, 8).png().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    const { answer } = await upload(polyglot, 'page.html')
    expect(await (await api.fetch(answer.url)).text()).not.toContain('script')
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG that calls itself XML', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!doctype html><title>x</title>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['nothing', ''],
  ])('refuses %s by what it is, not by its name', async (_what, text) => {
    const { status, error } = await upload(Buffer.from(text), 'photo.png')
    expect([status, error.code]).toEqual([415, 'unsupported_media_type'])
  })

  it('refuses a picture that is broken, and one that would fill the memory', async () => {
    const whole = await canvas(400, 400).png().toBuffer()
    const broken = await upload(whole.subarray(0, 40))
    const bomb = await upload(await canvas(8000, 8000).png({ compressionLevel: 9 }).toBuffer())
    expect([broken.status, bomb.status]).toEqual([422, 422])
    expect(bomb.error.details?.[0]).toMatchObject({
      path: 'file',
      message: expect.stringContaining('pixels') as string,
    })
  })

  it('refuses what is too large, is no form, or holds no file, and leaves nothing behind', async () => {
    const large = await upload(new Uint8Array(400_000))
    const [elsewhere, none] = [await upload(new Uint8Array(10), 'a.png', 'picture'), new FormData()]
    none.append('file', 'text')
    const headers = { authorization: `Bearer ${lan.token}` }
    const post = (body: FormData | string, type?: string) =>
      api.fetch('/api/media', { method: 'POST', body, headers: type ? { ...headers, 'content-type': type } : headers })
    const statuses = [
      large.status,
      elsewhere.status,
      (await post(none)).status,
      (await post('{}', 'application/json')).status,
      (await post('--x', 'multipart/form-data; boundary=x')).status,
      (await post('x', 'multipart/form-data')).status,
    ]
    expect(statuses).toEqual([413, 422, 422, 415, 400, 400])
    expect(large.error.code).toBe('too_large')
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('anawim-upload-'))).toEqual([])
  })
})

describe('media files', () => {
  let url: string
  beforeAll(async () => {
    url = (await upload(await canvas(20, 20).png().toBuffer())).answer.url
  })

  it('may be kept for good, are of this site only, and are nothing but pictures', async () => {
    const { headers } = await api.fetch(url)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-type')).toBe('image/webp')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('come in ranges', async () => {
    const part = await api.fetch(url, { headers: { range: 'bytes=0-3' } })
    expect([part.status, await part.text()]).toEqual([206, 'RIFF'])
    expect((await api.fetch(url, { headers: { range: 'bytes=999999-' } })).status).toBe(416)
  })

  it.each([
    '/media/',
    '/media/AAAAAAAAAAAAAAAAAAAAAA/image.webp',
    '/media/AAAAAAAAAAAAAAAAAAAAAA/../../postgres/PG_VERSION',
    '/media/..%2f..%2fpostgres/PG_VERSION',
    '/media/AAAAAAAAAAAAAAAAAAAAAA/.hidden.webp',
    '/media/AAAAAAAAAAAAAAAAAAAAAA/%00.webp',
    '/media/1/image.webp',
  ])('are not found by guessing: %s', async (path) => {
    expect(await statusOf(path)).toBe(404)
  })
})

/** The status of that very path: fetch would resolve its dots before it asks. */
function statusOf(path: string): Promise<number | undefined> {
  const { port } = new URL(api.url)
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
