/** Single attacks on the editors' socket and on what is durable, each named after what it must not do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '@anawim/lesson'
import { addElements } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { collabToken, connectEditor, rectangle } from './support/connect-editor.ts'
import { drawBefore, openLesson } from './support/open-lesson.ts'
import { makeLesson, type People } from './support/people.ts'
import { authFrame, connectRaw, frame, frameType, step1Frame, syncFrame } from './support/raw-editor.ts'
import type { School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number
let name: string

beforeEach(async () => {
  ;({ at, people, lessonId } = await openLesson())
  name = String(lessonId)
})
afterEach(() => at.close())

const contentOf = async (id: number) => JSON.stringify((await at.db.lessons.withContent(id))?.content)

test('one socket cannot open a lesson many times under session names', async () => {
  const server = await at.start()
  const raw = await connectRaw(server)
  const token = await collabToken(at.db, people.alice, lessonId)
  for (let session = 0; session < 5; session++) raw.socket.send(authFrame(`${name}\0s${session}`, token))
  expect(await raw.whenClosed()).toBe(closeCodes.refused)
})

test('the JSON of a lesson that was opened before the start could write it is written all the same', async () => {
  const editor = new Y.Doc()
  const made = await at.db.updates.load(lessonId)
  Y.applyUpdate(editor, made?.snapshot ?? new Uint8Array([0, 0]))
  editor.on('update', (update: Uint8Array) => updates.push(update))
  const updates: Uint8Array[] = []
  addElements(editor, 'p1', [rectangle('a')])
  // As a killed server leaves it; and many others stand before it, so that somebody can be there first.
  const ids = []
  for (let count = 0; count < 150; count++) ids.push((await makeLesson(at.db, people.alice)).id)
  await at.db.updates.append(ids.map((id) => ({ lessonId: id, update: new Uint8Array([0, 0]), authorId: null })))
  const last = ids.at(-1) ?? 0
  await at.db.updates.append(updates.map((update) => ({ lessonId: last, update, authorId: null })))
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, last)
  expect(alice.ids()).toEqual(['a'])
  await until('the JSON has it', async () => (await contentOf(last)).includes('"a"'))
  alice.leave()
})

describe('rows that the database refuses', () => {
  test('because their author is no more are kept without an author', async () => {
    const server = await at.start()
    await at.db.members.put(lessonId, people.bob.id, 'editor')
    const bob = await connectEditor(server, people.bob, lessonId)
    const alice = await connectEditor(server, people.alice, lessonId)
    await at.db.knex('users').where({ id: people.bob.id }).delete()
    bob.draw('b')
    alice.draw('a')
    await alice.whenSaved()
    await until('both are in the log', async () => {
      const document = await storedDocument(at.db, lessonId)
      return document.getMap('elements').has('a') && document.getMap('elements').has('b')
    })
    expect(alice.closes).toEqual([])
    alice.leave()
    bob.leave()
  })
})

test('a snapshot that cannot be read is never served as an empty lesson, nor written over', async () => {
  await drawBefore({ at, people, lessonId }, 'a')
  const broken = Buffer.from([200, 1, 2, 3])
  await at.db.knex('lesson_snapshots').where({ lesson_id: lessonId }).update({ state: broken })
  const server = await at.start()
  const reader = await connectEditor(server, people.alice, lessonId, { isAwaited: false })
  await reader.whenClosed()
  expect(reader.closes).toEqual([closeCodes.tryLater])
  await server.stop()
  expect((await at.db.updates.load(lessonId))?.snapshot).toEqual(broken)
  reader.leave()
})

test('a row that cannot be read stays in the log, and the rest is served', async () => {
  await drawBefore({ at, people, lessonId }, 'a')
  const [rowId] = await at.db.updates.append([{ lessonId, update: Buffer.from([200, 1, 2]), authorId: null }])
  const server = await at.start()
  const again = await connectEditor(server, people.alice, lessonId)
  again.draw('b')
  await again.whenSaved()
  expect(again.ids()).toEqual(['a', 'b'])
  again.leave()
  await server.stop()
  const rows = (await at.db.updates.load(lessonId))?.updates.map(({ id }) => id)
  expect(rows).toEqual([rowId])
  expect(await contentOf(lessonId)).toContain('"b"')
})

test('updates whose parts wait for each other are refused, and nobody else is sent away', async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const raw = await connectRaw(server)
  await raw.logIn(name, await collabToken(at.db, people.root, lessonId))
  // Two clients' items, each to the right of the other.
  const cyclic = new Uint8Array([2, 1, 9, 0, 0x84, 8, 0, 1, 120, 1, 8, 0, 0x84, 9, 0, 1, 121, 0])
  raw.socket.send(syncFrame(name, 2, cyclic))
  await new Promise((resolve) => setTimeout(resolve, 300))
  alice.draw('a')
  await alice.whenSaved()
  expect(alice.closes).toEqual([])
  raw.socket.terminate()
  alice.leave()
})

test('a client sends no stateless message to others', async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const raw = await connectRaw(server)
  await raw.logIn(name, await collabToken(at.db, people.root, lessonId))
  const forged = '{"type":"saved","stateVector":"AA==","messages":999}'
  const writeText = (type: number) =>
    frame(name, type, (encoder) => {
      for (const byte of [forged.length, ...Buffer.from(forged)]) encoder.cbuf[encoder.cpos++] = byte
    })
  raw.socket.send(writeText(frameType.stateless))
  raw.socket.send(writeText(frameType.broadcast))
  expect(await raw.whenClosed()).toBe(closeCodes.refused)
  expect(alice.messages.filter((message) => message.type === 'saved' && message.messages === 999)).toEqual([])
  alice.leave()
})

test('a flood of sync requests does not make the others wait', { timeout: 40_000 }, async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  for (let count = 0; count < 1_500; count++) alice.draw(`e${count}`)
  await alice.whenSaved(20_000)
  const root = await connectEditor(server, people.root, lessonId)
  const raw = await connectRaw(server)
  await raw.logIn(name, await collabToken(at.db, people.root, lessonId))
  const request = step1Frame(name)
  for (let count = 0; count < 3_000; count++) raw.socket.send(request)
  const startedAt = Date.now()
  alice.draw('late')
  await until('root has it', () => root.ids().includes('late'), 20_000)
  expect(Date.now() - startedAt).toBeLessThan(3_000)
  raw.socket.terminate()
  alice.leave()
  root.leave()
})

test('an update that was sent right before the socket broke is kept, also under a flood', async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  for (let count = 0; count < 300; count++) alice.draw(`e${count}`)
  alice.socket.webSocket?.close()
  await until('all are in the JSON', async () => (await contentOf(lessonId)).includes('"e299"'), 8_000)
  alice.leave()
})

test('closing and opening a lesson again and again does not open more lessons than allowed', async () => {
  const server = await at.start({ config: { lessonsPerEditorSocket: 1 } })
  const { id: other } = await makeLesson(at.db, people.alice)
  const raw = await connectRaw(server)
  const token = await collabToken(at.db, people.alice, lessonId)
  await raw.logIn(name, token)
  await new Promise((resolve) => setTimeout(resolve, 200))
  raw.socket.send(frame(name, frameType.close))
  await new Promise((resolve) => setTimeout(resolve, 200))
  raw.socket.send(authFrame(name, token))
  await new Promise((resolve) => setTimeout(resolve, 200))
  raw.socket.send(authFrame(String(other), await collabToken(at.db, people.alice, other)))
  expect(await raw.whenClosed()).toBe(closeCodes.forbidden)
})

test('who is held back for sending too much still hears at once that they are sent away', async () => {
  const server = await at.start()
  const raw = await connectRaw(server)
  await raw.logIn(name, await collabToken(at.db, people.alice, lessonId))
  for (let count = 0; count < 20; count++) raw.socket.send(step1Frame(name))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await at.db.lessons.trash(lessonId)
  expect(await raw.whenClosed(3_000)).toBe(closeCodes.gone)
})
