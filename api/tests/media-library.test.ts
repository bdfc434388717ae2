import { newContent } from '@anawim/lesson'
import type { Media } from '@anawim/api/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { person, type Someone } from './people.ts'
import { films, picture } from './sample-files.ts'

let api: ApiServer
let lan: Someone
let other: Someone
beforeAll(async () => {
  api = await startApi({ config: { mediaQuotaBytes: 100_000 } })
  lan = await person(api, 'teacher')
  other = await person(api, 'teacher')
})
afterAll(() => api.close())

async function upload(bytes: Uint8Array, who = lan): Promise<Media> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'Bản đồ.png')
  return (await who.call('uploadMedia', { form })).answer
}
const widthOf = async (url: string) => {
  const { default: sharp } = await import('sharp')
  return (await sharp(Buffer.from(await (await api.fetch(url)).arrayBuffer())).metadata()).width
}

describe('a picture in a width', () => {
  it('is the smallest that has it, else the picture itself', async () => {
    const { url } = await upload(await picture(1000, 20).png().toBuffer())
    const widths = [undefined, 1, 320, 321, 900, 960, 961, 5000].map((w) => widthOf(w ? `${url}?w=${w}` : url))
    expect(await Promise.all(widths)).toEqual([1000, 320, 320, 640, 960, 960, 1000, 1000])
    expect((await api.fetch(`${url}?w=abc`)).status).toBe(422)
  })

  it('may be an old one, of which there is one size only', async () => {
    const { url } = await upload(await picture(400, 20).png().toBuffer())
    await api.db.blobs.remove(url.replace('/media/', '').replace('image.', 'image-320.'))
    expect(await widthOf(`${url}?w=300`)).toBe(400)
  })

  it('is not sent again to who has it, and answers HEAD', async () => {
    const { url } = await upload(await picture(40, 20).png().toBuffer())
    const first = await api.fetch(url, { method: 'HEAD' })
    expect([first.status, Number(first.headers.get('content-length')) > 0]).toEqual([200, true])
    // Without this, fetch asks for what is not from a cache.
    const headers = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
    const again = await api.fetch(url, { headers })
    expect(again.status).toBe(304)
    const changed = await api.fetch(url, { headers: { range: 'bytes=0-3', 'if-range': '"other"' } })
    expect(changed.status).toBe(200)
  })
})

describe('one’s own files', () => {
  it('are listed, described, put into the trash and taken out', async () => {
    const { id } = await upload(await picture(8, 8).png().toBuffer(), other)
    const change = { original_filename: 'Việt Nam.png', alt: 'Bản đồ Việt Nam' }
    const { answer } = await other.call('updateMedia', { params: { id }, body: change })
    expect(answer).toMatchObject({ ...change, deleted_at: null })
    await other.call('deleteMedia', { params: { id } })
    expect((await other.call('listMedia', { query: {} })).answer.items).toEqual([])
    const inTrash = (await other.call('listMedia', { query: { trash: true, search: 'viet nam' } })).answer
    expect(inTrash.items.map((item) => item.id)).toEqual([id])
    expect(inTrash.usage).toMatchObject({ bytes: answer.file_size, quota: 100_000 })
    expect((await other.call('restoreMedia', { params: { id } })).answer.deleted_at).toBeNull()
  })

  it('are deleted for ever from the trash, and not while a lesson shows them', async () => {
    const kept = await upload(await picture(8, 8).png().toBuffer())
    const gone = await upload(await picture(700, 8).png().toBuffer())
    const content = newContent('p1', 'Trang 1')
    const box = { x: 0, y: 0, width: 10, height: 10, rotation: 0 }
    content.pages[0]?.elements.push({ id: 'e1', kind: 'image', ...box, mediaId: kept.id, src: kept.url, alt: '' })
    const { id } = (await lan.call('createLesson', { body: { title: 'Bài', content } })).answer
    const uses = await lan.call('listMediaUses', { params: { id: kept.id } })
    expect(uses.answer.items).toEqual([{ id, title: 'Bài' }])
    const purge = (media: Media) => lan.call('purgeMedia', { params: { id: media.id } })
    expect((await purge(gone)).status).toBe(404)
    for (const media of [kept, gone]) await lan.call('deleteMedia', { params: { id: media.id } })
    const refused = await purge(kept)
    expect([refused.status, refused.error.code]).toEqual([409, 'media_in_use'])
    expect([(await purge(gone)).status, (await api.fetch(kept.url)).status]).toEqual([204, 200])
    for (const url of [gone.url, `${gone.url}?w=320`]) expect((await api.fetch(url)).status).toBe(404)
  })

  it('have a poster when they are films, at a new address each time', async () => {
    const film = await upload(films['video/mp4'])
    const poster = async (bytes: Uint8Array, { id }: Media) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), 'poster.webp')
      return lan.call('setMediaPoster', { params: { id }, form })
    }
    const image = await picture(60, 40).webp().toBuffer()
    const first = (await poster(image, film)).answer.poster ?? ''
    const second = (await poster(image, film)).answer.poster ?? ''
    expect(first).toMatch(/^\/media\/[\w-]{22}\/poster-[\w-]{8}\.webp$/)
    expect(second).not.toBe(first)
    // Lessons may show the first.
    for (const url of [first, second]) expect((await api.fetch(url)).headers.get('content-type')).toBe('image/webp')
    expect((await poster(Buffer.from('<svg/>'), film)).status).toBe(415)
    expect((await poster(image, await upload(image))).status).toBe(422)
  })

  it('do not take more room than there is', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(Buffer.concat([films['video/mp4'], Buffer.alloc(120_000)]))]), 'a.mp4')
    const { status, error } = await other.call('uploadMedia', { form })
    expect([status, error.code]).toEqual([413, 'quota_exceeded'])
  })
})
