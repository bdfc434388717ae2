import { newContent, type LessonContent } from '@anawim/lesson'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import type { MediaRow } from '../src/stores/media-row.ts'

let test: TestDatabase
let lan: number
beforeAll(async () => {
  test = await testDatabase()
  lan = await teacher('lan@school.vn')
})
afterAll(() => test.close())
const media = () => test.db.media

async function teacher(email: string): Promise<number> {
  const made = await test.db.users.create({ email, hashedPassword: 'x', fullName: email, role: 'teacher' })
  if (typeof made === 'string') throw new Error('taken')
  return made.id
}

async function file(name: string, more: { ownerId?: number; fileSize?: number } = {}): Promise<MediaRow> {
  const token = randomBytes(16).toString('base64url')
  const facts = { fileType: 'image', mimeType: 'image/webp', width: 4, height: 4 } as const
  const names = { token, filename: 'image.webp', originalFilename: name, url: `/media/${token}/image.webp` }
  const made = await media().create(
    { ...facts, ...names, fileSize: more.fileSize ?? 10, uploadedBy: more.ownerId ?? lan },
    null,
  )
  if (made === 'full') throw new Error('full')
  return made
}

const box = { x: 0, y: 0, width: 10, height: 10, rotation: 0 }

function showing(...files: MediaRow[]): LessonContent {
  const content = newContent('p1', 'Trang 1')
  files.forEach(({ id, url }, index) =>
    content.pages[0]?.elements.push({
      ...box,
      id: `e${index}`,
      kind: 'image',
      mediaId: id,
      src: url,
      alt: '',
    }),
  )
  return content
}

const lesson = (...files: MediaRow[]) =>
  test.db.lessons.create({ title: 'Bài', authorId: lan, content: showing(...files) })
const asLan = () => ({ id: lan, role: 'teacher', isActive: true }) as const
const usesOf = async ({ token }: MediaRow) => (await media().uses(token, asLan())).map(({ id }) => id)
const swept = () => media().sweep(0, 0, 1_000)

/** A sweep with no days to wait takes at once what it sees unused for the second time. */
async function isSwept({ token }: MediaRow): Promise<boolean> {
  const first = await swept()
  return [...first, ...(await swept())].includes(token)
}

describe('a library', () => {
  it('lists one’s own files, the newest first, by words with or without accents, by type', async () => {
    const other = await teacher('other@school.vn')
    const [map, photo] = [await file('Bản đồ.png'), await file('Ảnh lớp.jpg')]
    await file('Bản đồ khác.png', { ownerId: other })
    const names = async (query: object) =>
      (await media().list({ ownerId: lan, skip: 0, limit: 10, ...query })).items.map(({ id }) => id)
    expect(await names({})).toEqual([photo.id, map.id])
    expect(await names({ search: 'ban do' })).toEqual([map.id])
    expect(await names({ search: '%' })).toEqual([])
    expect(await names({ type: 'video' })).toEqual([])
    await media().change(lan, photo.id, { alt: 'Lớp 4A' })
    expect(await names({ search: 'lớp 4a' })).toEqual([photo.id])
    expect(await media().change(other, photo.id, { alt: 'x' })).toBeNull()
    await media().trash(lan, photo.id)
    expect([await names({}), await names({ trash: true })]).toEqual([[map.id], [photo.id]])
    await media().restore(lan, photo.id)
    expect(await names({})).toEqual([photo.id, map.id])
  })

  it('holds no more than its quota, however many arrive at once, the trash included', async () => {
    const owner = await teacher('quota@school.vn')
    const trashed = await file('a', { ownerId: owner, fileSize: 40 })
    await media().trash(owner, trashed.id)
    const add = () => {
      const token = randomBytes(16).toString('base64url')
      const facts = { fileType: 'image', mimeType: 'image/webp', width: 4, height: 4, fileSize: 25 } as const
      const names = { token, filename: 'image.webp', originalFilename: 'b', url: `/media/${token}/image.webp` }
      return media().create({ ...facts, ...names, uploadedBy: owner }, 100)
    }
    const made = await Promise.all([add(), add(), add(), add()])
    expect(made.filter((one) => one === 'full')).toHaveLength(2)
    expect(await media().usage(owner)).toBe(90)
  })
})

describe('what uses a file', () => {
  it('is known as soon as a lesson’s content is written, and for those only who may see the lesson', async () => {
    const [map, photo] = [await file('a'), await file('b')]
    const { id } = await lesson(map)
    expect(await usesOf(map)).toEqual([id])
    await test.db.lessons.writeProjection(id, showing(photo), '5')
    expect([await usesOf(map), await usesOf(photo)]).toEqual([[], [id]])
    const stranger = await teacher('stranger@school.vn')
    expect(await media().uses(photo.token, { id: stranger, role: 'teacher', isActive: true })).toEqual([])
  })

  it('keeps it: a lesson, one in the trash, one that showed it before, a template', async () => {
    const files = [await file('a'), await file('b'), await file('c'), await file('d')] as const
    const [shown, trashed, before, inTemplate] = files
    const unused = await file('e')
    await lesson(shown)
    await test.db.lessons.trash((await lesson(trashed)).id)
    // Its versions hold it, and undo may bring it back.
    await test.db.lessons.writeProjection((await lesson(before)).id, showing(), '5')
    const details = { name: 'Mẫu', description: '', language: 'vi', category: 'other' } as const
    const structure = JSON.stringify(showing(inTemplate))
    await test.db.templates.create({ ...details, structure, authorId: lan, isProposal: false })
    for (const one of files) await media().trash(lan, one.id)
    for (const one of files) expect(await isSwept(one)).toBe(false)
    expect(await media().purge(lan, before.id)).toBe('in_use')
    expect(await media().byToken(unused.token)).toBeNull()
  })

  it('lets it go with the last lesson, after its time, and never what was there before uses were known', async () => {
    const [map, old, recent] = [await file('a'), await file('b'), await file('c')]
    const { id } = await lesson(map)
    await test.db.knex('media_assets').where({ id: old.id }).update({ is_tracked: false })
    expect(await media().sweep(90, 30, 1_000)).toEqual([])
    await test.db.knex('lessons').where({ id }).delete()
    expect(await media().sweep(90, 30, 1_000)).toEqual([])
    await test.db
      .knex('media_assets')
      .where({ id: map.id })
      .update({ unused_since: test.db.knex.raw("now() - interval '91 days'") })
    expect(await media().sweep(90, 30, 1_000)).toEqual([map.token])
    expect([await isSwept(recent), await isSwept(old)]).toEqual([true, false])
  })

  it('is looked up by an index', async () => {
    const plans = await test.db.knex.transaction(async (trx) => {
      await trx.raw('SET LOCAL enable_seqscan = off')
      const explain = async (sql: string) => JSON.stringify((await trx.raw(`EXPLAIN ${sql}`)).rows)
      return Promise.all([
        explain(`SELECT * FROM media_uses WHERE token = 'x'`),
        explain(`SELECT * FROM media_uses WHERE lesson_id = 1 AND ended_at IS NULL`),
        explain(`SELECT * FROM media_assets WHERE uploaded_by = 1 ORDER BY created_at DESC, id DESC LIMIT 10`),
      ])
    })
    expect(plans.every((plan) => plan.includes('Index') && !plan.includes('Seq Scan'))).toBe(true)
  })
})
