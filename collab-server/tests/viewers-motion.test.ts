import { decodeMotion, inkSince, type InkPart, joinInk, type LessonMotion, type Motion } from '@anawim/lesson'
import { addElements, addPage, moveElements, readPages, updateElements, updatePage } from '@anawim/lesson/doc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectMover } from './support/connect-mover.ts'
import { connectViewer } from './support/connect-viewer.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => {
  ;({ at, people, lessonId } = await openLesson())
  await at.db.lessons.publish(lessonId, { isPublic: true })
})
afterEach(() => at.close())

const nothing: Motion = { cursor: null, boxes: new Map() }
const drag = (id: string, x: number): Motion => ({
  cursor: { x, y: 5 },
  boxes: new Map([[id, [x * 10, 50, 2000, 1000, 0]]]),
})
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Server = Parameters<typeof connectViewer>[0]

/** A viewer of the lesson, with what it is told of gestures. */
async function connectWatcher(server: Server, user: People['dave'] = people.dave) {
  const viewer = await connectViewer(server, user)
  const news: LessonMotion[] = []
  viewer.socket.on('lesson:motion', (motion) => {
    viewer.events.push(motion.ended.length > 0 ? 'ended' : 'motion')
    news.push(motion)
  })
  await viewer.watch(lessonId)
  const motions = () =>
    news.flatMap(({ moves }) => moves.map(([, , text]) => decodeMotion(new Uint8Array(Buffer.from(text, 'base64')))))
  const ended = () => news.flatMap((message) => message.ended)
  return { ...viewer, news, motions, ended }
}

async function begin() {
  const server = await at.start()
  const alice = await connectMover(server, people.alice, lessonId)
  alice.draw('a')
  await alice.whenSaved()
  const page = readPages(alice.document)[0]?.id ?? ''
  alice.provider.setAwarenessField('pageId', page)
  return { server, alice, page }
}
test('a viewer sees a drag while it lasts, at most ten times a second, and nothing while nobody drags', async () => {
  const { server, alice } = await begin()
  const dave = await connectWatcher(server)
  const startedAt = performance.now()
  for (let x = 1; x <= 60; x++) {
    alice.move(drag('a', x))
    await pause(10)
  }
  await until('the last place is seen', () => dave.motions().at(-1)?.boxes.get('a')?.[0] === 600)
  expect(dave.news.length).toBeGreaterThan(3)
  expect(dave.news.length).toBeLessThanOrEqual((performance.now() - startedAt) / 100 + 1)
  // Where the pointer is, is nobody's business, and neither is whose it is.
  expect(dave.motions().every((motion) => motion?.cursor === null)).toBe(true)
  expect(JSON.stringify(dave.news)).not.toContain(String(alice.document.clientID))
  const before = dave.news.length
  alice.move(nothing)
  await until('it is over', () => dave.ended().length === 1)
  for (let x = 0; x < 20; x++) {
    alice.move({ cursor: { x, y: x }, boxes: new Map() })
    await pause(10)
  }
  await pause(250)
  expect(dave.news.length).toBe(before + 1)
  alice.leave()
  dave.leave()
})

test('a drag ends for viewers only after the patch with what it wrote', async () => {
  const { server, alice } = await begin()
  const dave = await connectWatcher(server)
  for (let round = 1; round <= 5; round++) {
    alice.move(drag('a', round))
    await until('the drag is seen', () => dave.motions().at(-1)?.boxes.get('a')?.[0] === round * 10)
    dave.events.length = 0
    moveElements(alice.document, [{ id: 'a', box: { x: round, y: 5, width: 200, height: 100, rotation: 0 } }])
    alice.move(nothing)
    await until('it is over', () => dave.ended().length === round)
    expect(dave.events.filter((event) => event !== 'motion')).toEqual(['patch', 'ended'])
  }
  alice.leave()
  dave.leave()
})

test('who comes in the middle sees the whole of a line, and one whose author is gone ends', async () => {
  const { server, alice, page } = await begin()
  const dave = await connectWatcher(server)
  const points = Array.from({ length: 100 }, (_, index) => ({ x: index, y: 2, pressure: null }))
  const line: InkPart = { brush: 'pen', stroke: '#c92a2a', strokeWidth: 4, opacity: 1, from: 0, points }
  for (let from = 0; from < 100; from += 10) {
    alice.move({ ...nothing, ink: inkSince({ ...line, points: points.slice(0, from + 10) }, from) })
    await pause(30)
  }
  const lineOf = (viewer: typeof dave) =>
    viewer.motions().reduce<InkPart | null>((known, motion) => (motion?.ink ? joinInk(known, motion.ink) : known), null)
  await until('dave has the line', () => lineOf(dave)?.points.length === 100)
  expect(lineOf(dave)).toEqual(line)
  expect(dave.news[0]?.moves[0]?.[1]).toBe(page)
  const erin = await connectWatcher(server, people.erin)
  await until('erin has it too', () => erin.news.length === 1)
  expect(lineOf(erin)).toEqual(line)
  alice.leave()
  await until('it is over', () => dave.ended().length === 1 && erin.ended().length === 1)
  dave.leave()
  erin.leave()
})

test('a laser is seen, and nothing of what is hidden from readers', async () => {
  const { server, alice, page } = await begin()
  const hiddenPage = addPage(alice.document)
  addElements(alice.document, hiddenPage, [{ ...shape('secret') }])
  addElements(alice.document, page, [shape('covered')])
  updatePage(alice.document, hiddenPage, { hidden: true })
  updateElements(alice.document, ['covered'], { hidden: true })
  await alice.whenSaved()
  const dave = await connectWatcher(server)
  alice.move({ cursor: { x: 7, y: 8 }, boxes: new Map(), isLaser: true })
  await until('the laser is seen', () => dave.motions().at(-1)?.cursor?.x === 7)
  for (const id of ['secret', 'covered', 'nobody']) alice.move({ ...drag(id, 3), faded: new Set([id]) })
  alice.provider.setAwarenessField('pageId', hiddenPage)
  await pause(100)
  alice.move({ cursor: { x: 9, y: 9 }, boxes: new Map(), isLaser: true })
  await pause(300)
  expect(dave.motions()).toHaveLength(1)
  alice.leave()
  dave.leave()
})

test('who may not read the lesson any more is told nothing more of it', async () => {
  const { server, alice } = await begin()
  const dave = await connectWatcher(server)
  alice.move(drag('a', 1))
  await until('the drag is seen', () => dave.news.length === 1)
  await at.db.lessons.unpublish(lessonId)
  await until('it is gone', () => dave.gone.length === 1)
  const before = dave.news.length
  for (let x = 2; x < 8; x++) {
    alice.move(drag('a', x))
    await pause(60)
  }
  expect(dave.news.length).toBe(before)
  alice.leave()
  dave.leave()
})

function shape(id: string) {
  return {
    id,
    kind: 'shape' as const,
    shape: 'rectangle' as const,
    x: 0,
    y: 0,
    width: 10,
    height: 10,
    rotation: 0,
    fill: '#ffd43b',
    stroke: '#1f2937',
    strokeWidth: 2,
  }
}
