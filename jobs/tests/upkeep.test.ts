import { randomBytes } from 'node:crypto'
import { createLogger, type Database } from '@anawim/db'
import { newContent, type LessonContent } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readJobsConfig } from '../src/index.ts'
import { createJobs } from '../src/jobs.ts'
import { canvasText } from '../src/search/canvas-text.ts'
import { keepTidy } from '../src/upkeep/keep-tidy.ts'
import { sweepMedia } from '../src/upkeep/sweep-media.ts'
import { openSchool, withShape } from './open-school.ts'

let db: Database
let databaseUrl: string
let close: () => Promise<void>
let authorId: number
const log = createLogger('jobs-test')
const config = { ...readJobsConfig({}), thumbnailDelaySeconds: 0, pollSeconds: 0.5 }

beforeAll(async () => void ({ db, url: databaseUrl, close, authorId } = await openSchool()))
afterAll(() => close())

const say = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})

/** A page with these texts; those that begin with `-` are hidden. */
function withTexts(...texts: string[]): LessonContent {
  const content = newContent('p1', 'Trang 1')
  const box = { x: 0, y: 0, width: 100, height: 100, rotation: 0 }
  texts.forEach((text, index) => {
    const hidden = text.startsWith('-') ? { hidden: true } : {}
    content.pages[0]?.elements.push({ id: `e${index}`, kind: 'text', ...box, ...hidden, text: say(text) })
  })
  return content
}

test('the words of a canvas are those that readers see', () => {
  const content = withTexts('Nước bay hơi', '-đáp án')
  expect(canvasText(content)).toBe('Trang 1 Nước bay hơi')
})

test('templates get their pictures, and lessons are found by what stands on them', async () => {
  const { id } = await db.lessons.create({ title: 'Bài', authorId, content: withTexts('quang hợp') })
  const details = { name: 'Mẫu', description: '', language: 'vi', category: 'other' } as const
  const structure = JSON.stringify(withShape('#00ff00'))
  const template = await db.templates.create({ ...details, structure, authorId, isProposal: false })
  const jobs = await createJobs({ db, databaseUrl, log, config })
  try {
    const person = { id: authorId, role: 'teacher', isActive: true } as const
    const found = async () =>
      (await db.lessons.list({ person, skip: 0, limit: 10, sort: 'title', search: 'quang hop' })).items
    await vi.waitFor(async () => {
      expect(await found()).toMatchObject([{ id }])
      expect((await db.templates.byId(template.id))?.thumbnail).toMatch(/^\/media\/[\w-]{22}\/thumbnail\.png$/)
    }, 15_000)
  } finally {
    await jobs.close()
  }
})

test('what has been in the trash for a month goes with all that was of it, and nothing else does', async () => {
  const make = (title: string) => db.lessons.create({ title, authorId, content: withShape('#0000ff') })
  const [old, recent, kept] = [await make('cũ'), await make('mới'), await make('giữ')]
  const picture = `${'a'.repeat(22)}/thumbnail.png`
  await db.blobs.write(picture, Buffer.from('x'))
  await db.lessons.setThumbnail(old.id, `/media/${picture}`, '0')
  for (const { id } of [old, recent]) await db.lessons.trash(id)
  await db
    .knex('lessons')
    .where({ id: old.id })
    .update({ deleted_at: db.knex.raw("now() - interval '31 days'") })
  await keepTidy.run({ db, config, log })
  expect(await db.lessons.byId(old.id)).toBeNull()
  expect([(await db.lessons.byId(recent.id))?.id, (await db.lessons.byId(kept.id))?.id]).toEqual([recent.id, kept.id])
  await expect(db.blobs.read(picture)).rejects.toThrow()
})

test('links that have ended are forgotten, those that have not stay', async () => {
  const { id } = await db.lessons.create({ title: 'Bài', authorId, content: withShape('#0000ff') })
  const link = { lessonId: id, createdBy: authorId, days: 1, withCode: false }
  const [ended, open] = [await db.links.create(link), await db.links.create(link)]
  if (ended === 'too_many' || open === 'too_many') throw new Error('too many links')
  await db
    .knex('lesson_links')
    .where({ id: ended.link.id })
    .update({ expires_at: db.knex.raw("now() - interval '1 second'") })
  await keepTidy.run({ db, config, log })
  expect(await db.knex('lesson_links').where({ lesson_id: id }).pluck('id')).toEqual([open.link.id])
})

test('an uploaded file that nothing has used for its time goes with all its sizes; one in a lesson, an avatar and a thumbnail stay', async () => {
  const add = async () => {
    const token = randomBytes(16).toString('base64url')
    const facts = { fileType: 'image', mimeType: 'image/webp', fileSize: 1, width: 4, height: 4 } as const
    const names = { token, filename: 'image.webp', originalFilename: 'a.png', url: `/media/${token}/image.webp` }
    const row = await db.media.create({ ...names, ...facts, uploadedBy: authorId }, null)
    for (const file of ['image.webp', 'image-320.webp']) await db.blobs.write(`${token}/${file}`, Buffer.from('x'))
    if (row === 'full') throw new Error('there is no room')
    return row
  }
  const [unused, used] = [await add(), await add()]
  const content = withShape('#0000ff')
  const box = { x: 0, y: 0, width: 10, height: 10, rotation: 0 }
  content.pages[0]?.elements.push({ id: 'photo', kind: 'image', ...box, mediaId: used.id, src: used.url, alt: '' })
  await db.lessons.create({ title: 'Bài', authorId, content })
  const others = [`${'b'.repeat(22)}/avatar.webp`, `${'c'.repeat(22)}/thumbnail.png`]
  for (const path of others) await db.blobs.write(path, Buffer.from('x'))
  const impatient = { db, log, config: { ...config, mediaUnusedDays: 0 } }
  expect(await sweepMedia({ db, log, config })).toBe(0)
  expect(await sweepMedia(impatient)).toBe(1)
  const paths = [`${unused.token}/image.webp`, `${unused.token}/image-320.webp`, `${used.token}/image.webp`, ...others]
  expect(await Promise.all(paths.map((path) => db.blobs.size(path)))).toEqual([null, null, 1, 1, 1])
})
