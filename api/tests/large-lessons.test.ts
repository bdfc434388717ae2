import { newContent, type LessonContent } from '@anawim/lesson'
import { createDocState } from '@anawim/lesson/doc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { person, type Someone } from './people.ts'

let api: ApiServer
let lan: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher', 'Lan')
})
afterAll(() => api.close())

/** One page that all see, one that is hidden. */
function withShapes(count: number): LessonContent {
  const content = newContent('p1', 'Trang 1')
  const [page] = content.pages
  const shape = { kind: 'shape' as const, shape: 'ellipse' as const, x: 1, y: 2, width: 30, height: 40, rotation: 0 }
  const colors = { fill: '#ffd43b', stroke: '#1f2937', strokeWidth: 2 }
  for (let number = 0; number < count; number++) page?.elements.push({ id: `e${number}`, ...shape, ...colors })
  return page ? { ...content, pages: [page, { ...page, id: 'p2', elements: [], hidden: true }] } : content
}

const contentOf = async (id: number, who = lan) => (await who.call('getLesson', { params: { id } })).answer.content
const stateOf = async (id: number) => (await api.db.updates.load(id))?.snapshot

// A small one is made at once, a large one on the thread for canvases: nobody should see which.
test.each([3, 300])('a lesson with %i elements is made, and copied, with all of them', async (count) => {
  const content = withShapes(count)
  const { answer: lesson } = await lan.call('createLesson', { body: { title: 'Quang hợp', content } })
  expect(await contentOf(lesson.id)).toEqual(content)
  expect(await stateOf(lesson.id)).toEqual(Buffer.from(createDocState(content)))
  const { answer: copy } = await lan.call('duplicateLesson', { params: { id: lesson.id } })
  expect(await contentOf(copy.id)).toEqual(content)
  expect(await stateOf(copy.id)).toEqual(await stateOf(lesson.id))

  await lan.call('publishLesson', { params: { id: lesson.id }, body: { is_public: true } })
  const hoa = await person(api, 'teacher', 'Hoa')
  const { answer: theirs } = await hoa.call('duplicateLesson', { params: { id: lesson.id } })
  expect(await contentOf(theirs.id, hoa)).toEqual({ ...content, pages: [content.pages[0]] })
})
