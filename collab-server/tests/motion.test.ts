import { closeCodes, encodeMotion, inkSince, joinInk, type InkPart, type Motion } from '@anawim/lesson'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collabToken, connectEditor, type Editor } from './support/connect-editor.ts'
import { connectMover, motionFrame } from './support/connect-mover.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { connectRaw, frameType } from './support/raw-editor.ts'
import type { School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

const drag = (x: number): Motion => ({
  cursor: { x, y: 5 },
  boxes: new Map([['element-10', [x * 10, 50, 2000, 1000, 0]]]),
})

const cursorOf = (editor: Editor, clientId: number): unknown =>
  editor.provider.awareness?.getStates().get(clientId)?.['cursor']

test('a drag is seen by others in a few bytes, under the name of its connection, and by who comes later', async () => {
  const server = await at.start()
  const alice = await connectMover(server, people.alice, lessonId)
  const root = await connectMover(server, people.root, lessonId)
  const { clientID } = alice.document
  await until('they see each other', () => cursorOf(root, clientID) === null)
  alice.move(drag(640))
  await until('root sees the drag', () => root.seen.get(clientID)?.boxes.size === 1)
  expect(root.seen.get(clientID)).toEqual(drag(640))
  // With the two bytes of a WebSocket's header.
  expect((root.frames.at(-1)?.byteLength ?? 99) + 2).toBeLessThanOrEqual(40)
  expect(alice.seen.has(clientID)).toBe(false)
  const late = await connectMover(server, people.root, lessonId)
  await until('who comes later sees it too', () => late.seen.get(clientID)?.cursor?.x === 640)
  for (const editor of [alice, root, late]) editor.leave()
})

test('one whose client knows no motions sees the pointers of all, and all see theirs', async () => {
  const server = await at.start()
  const alice = await connectMover(server, people.alice, lessonId)
  const stock = await connectEditor(server, people.root, lessonId)
  alice.move(drag(1))
  await until('the pointer is seen', () => JSON.stringify(cursorOf(stock, alice.document.clientID)) === '{"x":1,"y":5}')
  alice.provider.setAwarenessField('selection', ['a'])
  const shown = () => stock.provider.awareness?.getStates().get(alice.document.clientID)
  await until('the selection is seen', () => shown()?.['selection']?.length === 1)
  expect(shown()).toMatchObject({ cursor: { x: 1, y: 5 }, user: { id: people.alice.id } })
  alice.move(drag(2))
  await until('it goes on', () => JSON.stringify(cursorOf(stock, alice.document.clientID)) === '{"x":2,"y":5}')
  expect(alice.provider.awareness?.getLocalState()?.['user']).toBeUndefined()
  stock.provider.setAwarenessField('cursor', { x: 7, y: 8 })
  await until('theirs is seen', () => JSON.stringify(cursorOf(alice, stock.document.clientID)) === '{"x":7,"y":8}')
  for (const editor of [alice, stock]) editor.leave()
})

test('many motions leave merged, thirty times a second at most, the latest last', async () => {
  const server = await at.start()
  const alice = await connectMover(server, people.alice, lessonId)
  const root = await connectMover(server, people.root, lessonId)
  await until('they see each other', () => cursorOf(root, alice.document.clientID) === null)
  const startedAt = performance.now()
  const before = root.frames.length
  for (let x = 1; x <= 100; x++) {
    alice.move(drag(x))
    if (x % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await until('the last is seen', () => root.seen.get(alice.document.clientID)?.cursor?.x === 100)
  const most = (performance.now() - startedAt) / 33 + 2
  expect(root.frames.length - before).toBeLessThanOrEqual(most)
  for (const editor of [alice, root]) editor.leave()
})

test('what is no motion costs its sender the connection, and who is not in moves nothing', async () => {
  const server = await at.start()
  const root = await connectMover(server, people.root, lessonId)
  const stranger = await connectRaw(server)
  stranger.socket.send(motionFrame(lessonId, encodeMotion(drag(1))))
  const alice = await connectRaw(server)
  await alice.logIn(String(lessonId), await collabToken(at.db, people.alice, lessonId))
  await until('in sync', () => alice.received.some((bytes) => bytes[String(lessonId).length + 1] === frameType.auth))
  // Nothing of this one is shown as long as it shows no presence.
  alice.socket.send(motionFrame(lessonId, encodeMotion(drag(1))))
  alice.socket.send(motionFrame(lessonId, Uint8Array.from([0x52, 255, 255, 255, 255])))
  expect(await alice.whenClosed()).toBe(closeCodes.refused)
  expect(root.seen.size).toBe(0)
  expect(stranger.closeCode()).toBeNull()
  stranger.socket.terminate()
  root.leave()
})

test('no part of a line is lost where frames are merged, and who comes later gets all of it', async () => {
  const server = await at.start()
  const alice = await connectMover(server, people.alice, lessonId)
  const root = await connectMover(server, people.root, lessonId)
  const { clientID } = alice.document
  await until('they see each other', () => cursorOf(root, clientID) === null)
  const points = Array.from({ length: 200 }, (_, index) => ({ x: index, y: index / 2, pressure: null }))
  const line: InkPart = { brush: 'pen', stroke: '#c92a2a', strokeWidth: 4, opacity: 1, from: 0, points }
  for (let from = 0; from < 200; from += 10) {
    alice.move({ cursor: null, boxes: new Map(), ink: inkSince({ ...line, points: points.slice(0, from + 10) }, from) })
    if (from % 40 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const drawn = () => root.all.reduce<InkPart | null>((known, { ink }) => (ink ? joinInk(known, ink) : known), null)
  await until('the whole line is seen', () => drawn()?.points.length === 200)
  expect(drawn()).toEqual(line)
  const late = await connectMover(server, people.root, lessonId)
  await until('who comes later sees it', () => late.seen.get(clientID)?.ink !== undefined)
  expect(late.seen.get(clientID)?.ink).toEqual(line)
  for (const editor of [alice, root, late]) editor.leave()
})
