import { contentSchema, newContent, type LessonContent } from '@anawim/lesson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
let minh: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher', 'Lan')
  minh = await person(api, 'student', 'Minh')
})
afterAll(() => api.close())

const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Xin chào' }] }] } as const

/** Two pages, the second hidden; on the first a named box, and one that is hidden. */
function written(): LessonContent {
  const box = { x: 80.04, y: 60, width: 600, height: 90, rotation: 370 }
  return contentSchema.parse({
    version: 1,
    pages: [
      {
        id: 'p1',
        name: 'Page 1',
        elements: [
          { id: 'e1', kind: 'text', ...box, text, name: 'greeting' },
          { id: 'e2', kind: 'shape', shape: 'rectangle', ...box, hidden: true },
        ],
      },
      { id: 'p2', name: 'Answers', hidden: true, elements: [] },
    ],
  })
}

describe('making a lesson', () => {
  it('gives a draft with one page, named in the language of the browser', async () => {
    const vietnamese = await lan.call(
      'createLesson',
      { body: { title: ' Phân số ' } },
      { 'accept-language': 'vi,en;q=0.5' },
    )
    const english = await lan.call(
      'createLesson',
      { body: { title: 'Fractions' } },
      { 'accept-language': 'en-GB,vi;q=0.5' },
    )
    expect(vietnamese.answer).toMatchObject({
      title: 'Phân số',
      description: '',
      status: 'draft',
      is_public: false,
      author: { id: lan.id, full_name: lan.user.fullName },
      template_id: null,
      member_role: null,
      deleted_at: null,
    })
    expect(vietnamese.answer).not.toHaveProperty('content')
    expect(vietnamese.answer.allowed).toContain('delete')
    expect(vietnamese.headers.get('location')).toBe(`/api/lessons/${vietnamese.answer.id}`)
    const names = await Promise.all(
      [vietnamese, english].map(async ({ answer }) => {
        const { content } = (await lan.call('getLesson', { params: { id: answer.id } })).answer
        return content.pages.map(({ name }) => name)
      }),
    )
    expect(names).toEqual([['Trang 1'], ['Page 1']])
  })

  it('stores given content in its canonical form', async () => {
    const loose = JSON.parse(JSON.stringify(written())) as LessonContent
    const { answer } = await lan.call('createLesson', {
      body: { title: 'A', content: loose, level: ' ', duration: 45 },
    })
    expect(answer).toMatchObject({ level: null, duration: 45 })
    const got = await lan.call('getLesson', { params: { id: answer.id } })
    expect(got.answer.content).toEqual(written())
    expect(got.answer.content.pages[0]?.elements[0]).toMatchObject({ x: 80, rotation: 10 })
  })

  it('takes null for what is not said', async () => {
    const body = { title: 'A', description: null, level: null, topic: null, duration: null, template_id: null }
    const { status, answer } = await lan.call('createLesson', { body })
    expect([status, answer.description, answer.level, answer.duration]).toEqual([201, '', null, null])
  })

  it('names the element that is wrong', async () => {
    const bad = {
      version: 1,
      pages: [{ id: 'p', elements: [{ id: 'e', kind: 'image', mediaId: 1, src: 'https://x.example/a.png' }] }],
    }
    const { status, error } = await lan.call('createLesson', {
      body: { title: 'A', content: bad as unknown as LessonContent },
    })
    expect([status, error.code]).toEqual([422, 'invalid'])
    expect(error.details?.map(({ path }) => path)).toContain('content.pages.0.elements.0.src')
    const newer = { version: 2, pages: [] } as unknown as LessonContent
    expect((await lan.call('createLesson', { body: { title: 'A', content: newer } })).status).toBe(422)
  })
})

describe('reading a lesson', () => {
  it('gives all of it to who may edit, and what readers get to all others', async () => {
    const id = await lessonOf(api, lan, { content: written(), published: 'public' })
    const own = (await lan.call('getLesson', { params: { id } })).answer.content
    const seen = (await minh.call('getLesson', { params: { id } })).answer
    expect(own.pages).toHaveLength(2)
    expect(seen.content.pages).toHaveLength(1)
    expect(seen.content.pages[0]?.elements.map(({ id: element, name }) => [element, name])).toEqual([['e1', undefined]])
    expect(seen.allowed).toEqual(['read'])
    expect(JSON.stringify(seen)).not.toMatch(/@school|email|author_id/)
  })

  it('answers 304 while nothing changed for this person', async () => {
    const id = await lessonOf(api, lan)
    const first = await lan.call('getLesson', { params: { id } })
    const tag = first.headers.get('etag') ?? ''
    const again = () => lan.call('getLesson', { params: { id } }, { 'if-none-match': tag })
    expect((await again()).status).toBe(304)
    await api.db.lessons.publish(id, { isPublic: false })
    expect((await again()).status).toBe(200)
  })
})

describe('changing a lesson', () => {
  it('changes what is given, and nothing else', async () => {
    const { answer } = await lan.call('createLesson', { body: { title: 'A', topic: 'Toán', description: 'x\ny' } })
    const changed = await lan.call('updateLesson', { params: { id: answer.id }, body: { title: 'B', topic: null } })
    expect(changed.answer).toMatchObject({ title: 'B', topic: null, description: 'x\ny' })
    expect(Date.parse(changed.answer.updated_at)).toBeGreaterThanOrEqual(Date.parse(answer.updated_at))
  })

  it('refuses to overwrite what one has not seen', async () => {
    const id = await lessonOf(api, lan)
    const tag = (await lan.call('getLesson', { params: { id } })).headers.get('etag') ?? ''
    const rename = (title: string, ifMatch: string) =>
      lan.call('updateLesson', { params: { id }, body: { title } }, { 'if-match': ifMatch })
    const first = await rename('first', tag)
    const second = await rename('second', tag)
    expect([first.status, second.status, second.error.code]).toEqual([200, 412, 'precondition_failed'])
    expect((await rename('third', first.headers.get('etag') ?? '')).answer.title).toBe('third')
    expect((await rename('fourth', '*')).status).toBe(200)
    expect((await rename('fifth', '"something else"')).status).toBe(412)
  })

  it('takes a list of versions, and is not refused because the server drew a thumbnail', async () => {
    const id = await lessonOf(api, lan)
    const tag = (await lan.call('getLesson', { params: { id } })).headers.get('etag') ?? ''
    await api.db.lessons.setThumbnail(id, '/media/a', '0')
    const again = await lan.call('getLesson', { params: { id } }, { 'if-none-match': tag })
    expect([again.status, again.answer.thumbnail]).toEqual([200, '/media/a'])
    const rename = (ifMatch: string) =>
      lan.call('updateLesson', { params: { id }, body: { title: 'new' } }, { 'if-match': ifMatch })
    expect((await rename(`"other", ${tag}`)).status).toBe(200)
    expect((await rename(`"other", ${tag}`)).status).toBe(412)
  })

  it.each(['content', 'status', 'is_public', 'author_id', 'id'])('refuses %s', async (key) => {
    const id = await lessonOf(api, lan)
    const body = { [key]: key === 'content' ? newContent('p1', '') : 1 }
    const { status, error } = await lan.call('updateLesson', { params: { id }, body })
    expect([status, error.details?.[0]?.path]).toEqual([422, key])
  })

  it('goes to the trash and comes back', async () => {
    const id = await lessonOf(api, lan, { published: 'public' })
    const trashed = async () =>
      (await lan.call('listLessons', { query: { trash: true } })).answer.items.map((item) => item.id)
    expect((await lan.call('deleteLesson', { params: { id } })).status).toBe(204)
    expect((await lan.call('getLesson', { params: { id } })).status).toBe(404)
    expect((await lan.call('deleteLesson', { params: { id } })).status).toBe(404)
    expect(await trashed()).toContain(id)
    const back = await lan.call('restoreLesson', { params: { id } })
    expect(back.answer).toMatchObject({ deleted_at: null, status: 'published' })
    expect((await lan.call('restoreLesson', { params: { id } })).status).toBe(200)
    expect(await trashed()).not.toContain(id)
  })

  it('is published to everyone or to members, and says so', async () => {
    const id = await lessonOf(api, lan)
    const publish = (body: { is_public?: boolean }) => lan.call('publishLesson', { params: { id }, body })
    const canRead = async () => (await minh.call('getLesson', { params: { id } })).status
    expect((await publish({})).answer).toMatchObject({ status: 'published', is_public: false })
    expect(await canRead()).toBe(404)
    expect((await publish({ is_public: true })).answer).toMatchObject({ status: 'published', is_public: true })
    expect(await canRead()).toBe(200)
    expect((await publish({})).answer.is_public).toBe(true)
    const draft = await lan.call('unpublishLesson', { params: { id } })
    expect(draft.answer.status).toBe('draft')
    expect(await canRead()).toBe(404)
  })

  it('is copied with what one sees of it: who only reads gets no hidden pages', async () => {
    const colleague = await person(api, 'teacher', 'Hoa')
    const id = await lessonOf(api, lan, { content: written(), title: 'x'.repeat(200), published: 'public' })
    const own = (await lan.call('duplicateLesson', { params: { id } })).answer
    const theirs = (await colleague.call('duplicateLesson', { params: { id } }, { 'accept-language': 'en' })).answer
    expect(own).toMatchObject({ status: 'draft', is_public: false, title: `${'x'.repeat(190)} (bản sao)` })
    expect(theirs.author.id).toBe(colleague.id)
    expect(theirs.title.endsWith(' (copy)')).toBe(true)
    const pages = async (who: Someone, copy: number) =>
      (await who.call('getLesson', { params: { id: copy } })).answer.content.pages.length
    expect([await pages(lan, own.id), await pages(colleague, theirs.id)]).toEqual([2, 1])
  })
})

describe('an element of a kind that this server does not know', () => {
  it('is given out as it stands, and copied along', async () => {
    const id = await lessonOf(api, lan)
    const odd = { id: 'x1', kind: 'hologram', x: 0, y: 0, width: 10, height: 10, rotation: 0, glow: 3 }
    const later = { ...newContent('p1', 'Trang 1') } as unknown as { pages: { elements: unknown[] }[] }
    later.pages[0]?.elements.push(odd)
    await api.db.lessons.writeProjection(id, later as unknown as LessonContent, '0')
    const elements = async (lesson: number) =>
      (await lan.call('getLesson', { params: { id: lesson } })).answer.content.pages[0]?.elements
    expect(await elements(id)).toEqual([odd])
    const copy = (await lan.call('duplicateLesson', { params: { id } })).answer
    expect(await elements(copy.id)).toEqual([odd])
  })
})

describe('lists', () => {
  it('page, search, filter and sort', async () => {
    const hoa = await person(api, 'teacher', 'Hoa')
    const make = (title: string, topic: string, level: string) =>
      hoa.call('createLesson', { body: { title, topic, level } })
    await make('Phân số', 'Toán', 'Lớp 4')
    await make('Con mèo', 'Tiếng Việt', 'Lớp 1')
    await make('Hình tròn', 'Toán', 'Lớp 1')
    const titles = async (query: object) =>
      (await hoa.call('listLessons', { query: { sort: 'title', status: 'draft', ...query } })).answer
    const all = await titles({ limit: 2, skip: 1 })
    expect(all).toMatchObject({ total: 3, skip: 1, limit: 2 })
    expect(all.items.map(({ title }) => title)).toEqual(['Hình tròn', 'Phân số'])
    expect((await titles({ search: 'phan so' })).items.map(({ title }) => title)).toEqual(['Phân số'])
    expect((await titles({ topic: 'Toán', level: 'Lớp 1' })).items.map(({ title }) => title)).toEqual(['Hình tròn'])
    expect((await titles({ status: 'published' })).items.every(({ author }) => author.id !== hoa.id)).toBe(true)
    expect((await titles({ skip: 1_000_000 })).items).toEqual([])
    const facets = (await hoa.call('lessonFacets', {})).answer
    expect(facets.levels).toEqual(expect.arrayContaining(['Lớp 1', 'Lớp 4']))
    expect(facets.topics).toEqual(expect.arrayContaining(['Tiếng Việt', 'Toán']))
  })

  it('show each person what they may see and do', async () => {
    const member = await person(api, 'teacher')
    const id = await lessonOf(api, lan, { members: [[member, 'editor']] })
    const found = async ({ call }: Someone) =>
      (await call('listLessons', { query: { limit: 100 } })).answer.items.find((item) => item.id === id)
    expect(await found(member)).toMatchObject({
      member_role: 'editor',
      allowed: ['read', 'edit', 'duplicate', 'seeMembers', 'leave'],
    })
    expect(await found(minh)).toBeUndefined()
    expect(await found(await person(api, 'admin'))).toMatchObject({ member_role: null })
  })
})

describe('the token for the editors’ socket', () => {
  it('is of one person and one lesson', async () => {
    const id = await lessonOf(api, lan)
    const { answer } = await lan.call('collabToken', { params: { id }, body: { schemaVersion: 1 } })
    expect(answer).toMatchObject({
      name: String(id),
      url: `${api.url.replace('http', 'ws')}/collab`,
      role: 'editor',
      expires_in: 600,
    })
    expect(await api.db.tokens.verifyCollab(answer.token)).toMatchObject({ userId: lan.id, lessonId: id })
    expect(await api.db.tokens.verifyAccess(answer.token)).toBeNull()
  })

  it('is refused to a page that is older than the document', async () => {
    const id = await lessonOf(api, lan)
    const { status, error } = await lan.call('collabToken', { params: { id }, body: { schemaVersion: 0 } })
    expect([status, error.code]).toEqual([409, 'client_outdated'])
  })
})
