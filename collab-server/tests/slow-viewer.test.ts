import { newContent } from '@anawim/lesson'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { rectangle } from './support/connect-editor.ts'
import { accessToken, connectViewer } from './support/connect-viewer.ts'
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

test('a viewer that asks for more than it reads is dropped, and the others are not', async () => {
  const content = newContent('p1', 'Page 1')
  content.pages[0]?.elements.push(...Array.from({ length: 5_000 }, (_, number) => rectangle(`e${number}`)))
  const lessonId = (await makeLesson(at.db, people.alice, content)).id
  await at.db.lessons.publish(lessonId, { isPublic: true })
  const server = await at.start({ config: { viewerBufferedBytes: 1_000_000 } })
  const dave = await connectViewer(server, people.dave)
  await dave.watch(lessonId)

  const erin = new WebSocket(`ws://${server.host}/socket.io/?EIO=4&transport=websocket`)
  const heard: string[] = []
  let isClosed = false
  erin.on('message', (data: Buffer) => heard.push(data.toString().slice(0, 10)))
  erin.on('close', () => (isClosed = true))
  erin.on('error', () => {})
  const token = await accessToken(server.db, people.erin)
  await until('erin is greeted', () => heard.length === 1)
  erin.send(`40${JSON.stringify({ token })}`)
  await until('erin is let in', () => heard.length === 2)
  erin.pause()
  for (let asked = 0; asked < 40; asked++) erin.send(`42${asked}${JSON.stringify(['lesson:watch', { lessonId }])}`)
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  erin.resume()
  await until('erin is dropped', () => isClosed)
  expect(heard.length).toBeLessThan(42)
  expect(dave.socket.connected).toBe(true)
  dave.leave()
})
