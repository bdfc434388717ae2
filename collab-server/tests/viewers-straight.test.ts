import { connect } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { forReaders, newContent } from '@anawim/lesson'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventFrame } from '../src/viewers/straight.ts'
import { connectEditor } from './support/connect-editor.ts'
import { accessToken, connectViewer, shown } from './support/connect-viewer.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { school, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People

beforeEach(async () => {
  at = await school()
  people = await makePeople(at.db)
})
afterEach(() => at.close())

/** At some of these lengths the head of a frame changes its form. */
test.each([30, 125, 126, 127, 65_535, 65_536, 70_000])('a frame of %i bytes says its length', (length) => {
  const text = `ộ${'a'.repeat(length - Buffer.byteLength('42["x","ộ"]'))}`
  const frame = eventFrame('x', JSON.stringify(text))
  const short = (frame[1] ?? 0) & 127
  const [told, head] =
    short < 126 ? [short, 2] : short === 126 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10]
  expect(frame[0]).toBe(0x81)
  expect(told).toBe(length)
  expect(frame.subarray(head).toString()).toBe(`42["x",${JSON.stringify(text)}]`)
})

test('viewers on WebSockets and on long polling see the same patches, small and big', async () => {
  const lessonId = (await makeLesson(at.db, people.alice, newContent('p1', 'Trang 1'))).id
  await at.db.lessons.publish(lessonId, { isPublic: true })
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const dave = await connectViewer(server, people.dave)
  const answer = await dave.watch(lessonId)

  const auth = { token: await accessToken(server.db, people.erin) }
  const erin = io(`http://${server.host}`, { auth, transports: ['polling'], forceNew: true, reconnection: false })
  const polled: typeof dave.patches = []
  erin.on('lesson:patch', (patch: (typeof polled)[number]) => polled.push(patch))
  const erinsAnswer: Awaited<ReturnType<typeof dave.watch>> = await erin.emitWithAck('lesson:watch', { lessonId })

  const bothSee = () =>
    [shown(answer, dave.patches), shown(erinsAnswer, polled)].every((view) =>
      isDeepStrictEqual(view.content, forReaders(alice.content())),
    )
  alice.draw('small')
  await until('the small one is seen', bothSee)
  alice.document.transact(() => {
    for (let number = 0; number < 800; number++) alice.draw(`e${number}`)
  })
  await until('the big ones are seen', bothSee)
  expect(Math.max(...dave.patches.map((patch) => JSON.stringify(patch).length))).toBeGreaterThan(65_536)
  erin.disconnect()
  dave.leave()
  alice.leave()
})

test('who is suspended while the token is judged does not stay', async () => {
  const server = await at.start()
  const { verifyAccess } = server.db.tokens
  let isSuspended = false
  server.db.tokens.verifyAccess = async (token) => {
    const bearer = await verifyAccess(token)
    if (!isSuspended) {
      isSuspended = true
      await at.db.users.update(people.dave.id, { isActive: false })
      // Until the server has heard of it.
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    return bearer
  }
  const dave = await connectViewer(server, people.dave)
  await dave.whenClosed(1_000)
})

test('the greeting comes in one piece with the answer to the upgrade', async () => {
  const server = await at.start()
  const { hostname, port } = new URL(`http://${server.host}`)
  const socket = connect(Number(port), hostname)
  const pieces: string[] = []
  socket.on('data', (piece) => pieces.push(piece.toString('latin1')))
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${server.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  )
  await until('an answer came', () => pieces.length > 0)
  expect(pieces[0]).toMatch(/^HTTP\/1\.1 101 [\s\S]*0\{"sid":/)
  socket.destroy()
})
