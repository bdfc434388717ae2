import { newContent, type LessonContent } from '@anawim/lesson'
import { addElements, createDocState, openStates } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
let minh: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher', 'Lan')
  minh = await person(api, 'teacher', 'Minh')
})
afterAll(() => api.close())

const rectangle = (id: string) => ({
  id,
  kind: 'shape' as const,
  shape: 'rectangle' as const,
  x: 1,
  y: 2,
  width: 30,
  height: 40,
  rotation: 0,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 2,
})

function withShapes(...ids: string[]): LessonContent {
  const content = newContent('p1', 'Trang 1')
  content.pages[0]?.elements.push(...ids.map(rectangle))
  return content
}

/** A lesson of Lan's with one rectangle, edited by Minh: a second one comes. */
async function editedLesson(): Promise<number> {
  const id = await lessonOf(api, lan, { content: withShapes('e1'), members: [[minh, 'editor']] })
  const doc = openStates({ state: null, updates: [createDocState(withShapes('e1'))] })
  const before = Y.encodeStateVector(doc)
  addElements(doc, 'p1', [rectangle('e2')])
  await api.db.updates.append([{ lessonId: id, update: Y.encodeStateAsUpdate(doc, before), authorId: minh.id }])
  return id
}

const idsIn = (content: LessonContent) => content.pages.flatMap((page) => page.elements.map((element) => element.id))

async function stateOf(id: number, headers: Record<string, string> = {}): Promise<Response> {
  return api.fetch(`/api/lessons/${id}/state`, { headers: { authorization: `Bearer ${lan.token}`, ...headers } })
}

test('a version is kept with a name, listed with who edited, shown, and comes back as a copy', async () => {
  const id = await editedLesson()
  const kept = await lan.call('keepVersion', { params: { id }, body: { name: '  Trước khi dạy ' } })
  expect(kept.answer).toMatchObject({ name: 'Trước khi dạy', author: { id: lan.id }, editors: [{ id: minh.id }] })
  const versionId = kept.answer.id
  const listed = await minh.call('listVersions', { params: { id } })
  expect(listed.answer.items).toEqual([{ ...kept.answer, is_changeable: false }])

  const shown = await minh.call('getVersion', { params: { id, versionId } })
  expect(idsIn(shown.answer.content)).toEqual(['e1', 'e2'])
  const etag = shown.headers.get('etag') ?? ''
  expect((await minh.call('getVersion', { params: { id, versionId } }, { 'if-none-match': etag })).status).toBe(304)

  const before = await api.db.updates.load(id)
  const copy = await minh.call('restoreVersion', { params: { id, versionId } })
  expect(copy.answer).toMatchObject({ title: 'Phân số (Trước khi dạy)', author: { id: minh.id }, status: 'draft' })
  expect(copy.headers.get('location')).toBe(`/api/lessons/${copy.answer.id}`)
  const opened = await minh.call('getLesson', { params: { id: copy.answer.id } })
  expect(idsIn(opened.answer.content)).toEqual(['e1', 'e2'])
  const state = (await api.db.updates.load(copy.answer.id))?.snapshot
  expect(state).toEqual(Buffer.from(createDocState(opened.answer.content)))
  // The lesson itself is as it was: not a row of its log is another one.
  expect(await api.db.updates.load(id)).toEqual(before)
  expect((await lan.call('getLesson', { params: { id: copy.answer.id } })).status).toBe(404)
})

test('a copy can be called what one wants, and long names leave room for what tells it apart', async () => {
  const id = await lessonOf(api, lan, { title: 'x'.repeat(200) })
  const { answer: version } = await lan.call('keepVersion', { params: { id }, body: {} })
  const params = { id, versionId: version.id }
  expect((await lan.call('restoreVersion', { params, body: { title: 'Bài cũ' } })).answer.title).toBe('Bài cũ')
  const long = (await lan.call('restoreVersion', { params })).answer.title
  expect(long).toHaveLength(200)
  expect(long).toMatch(/x \(.*\d.*\)$/)
})

test('what a colleague named is renamed and removed by them and by the author only; without a name it goes by itself', async () => {
  const id = await editedLesson()
  const { answer: unnamed } = await lan.call('keepVersion', { params: { id } })
  expect(unnamed).toMatchObject({ name: null, is_changeable: true })
  const params = { id, versionId: unnamed.id }
  expect((await minh.call('removeVersion', { params })).error.code).toBe('conflict')
  expect((await minh.call('renameVersion', { params, body: { name: 'Của Minh' } })).answer.name).toBe('Của Minh')
  const { answer: named } = await lan.call('keepVersion', { params: { id }, body: { name: 'Của Lan' } })
  const ofLan = { id, versionId: named.id }
  expect((await minh.call('renameVersion', { params: ofLan, body: { name: 'x' } })).error.code).toBe('forbidden')
  expect((await minh.call('removeVersion', { params: ofLan })).error.code).toBe('forbidden')
  expect((await lan.call('removeVersion', { params: ofLan })).status).toBe(204)
  expect((await lan.call('removeVersion', { params: ofLan })).error.code).toBe('not_found')
  expect((await lan.call('removeVersion', { params })).status).toBe(204)
})

test('a version is found under its own lesson only', async () => {
  const [id, other] = [await editedLesson(), await editedLesson()]
  const { answer: version } = await lan.call('keepVersion', { params: { id }, body: { name: 'Một' } })
  const params = { id: other, versionId: version.id }
  const statuses = [
    await lan.call('getVersion', { params }),
    await lan.call('renameVersion', { params, body: { name: 'Hai' } }),
    await lan.call('removeVersion', { params }),
    await lan.call('restoreVersion', { params, body: {} }),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})

test('wrong names are told', async () => {
  const id = await lessonOf(api, lan)
  for (const name of ['', '  ', 'x'.repeat(121), 'hai\ndòng', 7]) {
    const body = { name } as { name: string }
    expect((await lan.call('keepVersion', { params: { id }, body })).error.details).toMatchObject([{ path: 'name' }])
  }
})

test('a damaged version is an error of the server, and takes nothing else with it', async () => {
  const id = await editedLesson()
  const { answer: version } = await lan.call('keepVersion', { params: { id }, body: { name: 'Một' } })
  await api.db
    .knex('lesson_versions')
    .where({ id: version.id })
    .update({ packed: Buffer.from('no gzip') })
  const params = { id, versionId: version.id }
  expect((await lan.call('getVersion', { params })).status).toBe(500)
  const { answer: next } = await lan.call('keepVersion', { params: { id }, body: { name: 'Hai' } })
  expect((await lan.call('getVersion', { params: { id, versionId: next.id } })).status).toBe(200)
})

test('the state of a lesson is small, packed once, and the same for who takes no gzip', async () => {
  const id = await lessonOf(api, lan, { content: withShapes('e1', 'e2', 'e3') })
  expect(await api.db.snapshots.packed(id)).toMatchObject({ packed: null })
  const both = await Promise.all([stateOf(id), stateOf(id)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const [answer] = both
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  const etag = answer.headers.get('etag') ?? ''
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, bytes)
  expect([...doc.getMap('elements').keys()].toSorted()).toEqual(['e1', 'e2', 'e3'])

  const packed = (await api.db.snapshots.packed(id))?.packed
  expect(packed && new Uint8Array(gunzipSync(packed))).toEqual(bytes)
  const plain = await stateOf(id, { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(new Uint8Array(await plain.arrayBuffer())).toEqual(bytes)
  expect((await stateOf(id, { 'if-none-match': etag })).status).toBe(304)
  for (const other of ['"0"', '"1"', '"9999999999999999999"']) {
    expect((await stateOf(id, { 'if-none-match': other })).status).toBe(200)
  }
  // After a backup was put back, the log may come to the same number by another way.
  await api.db.knex('lesson_snapshots').where({ lesson_id: id }).update({ updated_at: new Date() })
  expect((await stateOf(id, { 'if-none-match': etag })).status).toBe(200)
})

test('without a snapshot there is no state', async () => {
  const id = await lessonOf(api, lan)
  await api.db.knex('lesson_snapshots').where({ lesson_id: id }).delete()
  const answer = await stateOf(id)
  expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([404, 'no_state'])
})

test('an editor’s download of 5,000 elements is an eighth of the Yjs state at most', async () => {
  const content = withShapes(...Array.from({ length: 5_000 }, (_, index) => `e${index}`))
  const elements = content.pages[0]?.elements ?? []
  elements.forEach((element, index) => Object.assign(element, { x: 40 + (index % 100) * 12.3, y: index / 10 }))
  const id = await lessonOf(api, lan, { content })
  const plain = (await api.db.snapshots.packed(id))?.state?.length ?? 0
  expect((await stateOf(id)).status).toBe(200)
  const packed = (await api.db.snapshots.packed(id))?.packed?.length ?? 0
  expect(packed / plain).toBeGreaterThan(0)
  expect(packed / plain).toBeLessThanOrEqual(0.12)
})
