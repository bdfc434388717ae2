import '../support/browser-window.ts'
import { beforeEach, expect, test } from 'vitest'
import { askLesson, askLessonEarly } from '../../src/session/ask-lesson.ts'
import { holdToken } from '../../src/session/token-store.ts'
import { SchoolServer } from './school-server.ts'

const [row, state] = ['GET /api/lessons/3', 'undefined /api/lessons/3/state']
const { signal } = new AbortController()

let server: SchoolServer
beforeEach(() => {
  holdToken('lans', 900)
  server = new SchoolServer()
    .on(row, () => ({ status: 200, body: { id: 3 } }))
    .on(state, () => ({ status: 200, body: 'snapshot' }))
})

const asked = () => [server.count(row), server.count(state)]

async function open() {
  const { lesson, state: snapshot } = askLesson(3, signal)
  return { lesson: await lesson, bytes: (await snapshot).byteLength }
}

test('what was asked for early is not asked for again, but once', async () => {
  askLessonEarly(3)
  expect(await open()).toMatchObject({ lesson: { id: 3 } })
  expect(asked()).toEqual([1, 1])
  await open()
  expect(asked()).toEqual([2, 2])
})

test('it is not given to who is logged in by then instead, nor for another lesson', async () => {
  askLessonEarly(3)
  holdToken('binhs', 900)
  await open()
  expect(server.asked.slice(-2).map(({ token }) => token)).toEqual(['binhs', 'binhs'])
  askLessonEarly(4)
  await open()
  expect(asked()).toEqual([3, 3])
})

test('what failed is asked for again', async () => {
  server.on(row, () => 'away')
  askLessonEarly(3)
  await new Promise((resolve) => setTimeout(resolve, 20))
  server.on(row, () => ({ status: 200, body: { id: 3 } }))
  expect(await open()).toMatchObject({ lesson: { id: 3 } })
})
