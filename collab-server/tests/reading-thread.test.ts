import { Worker } from 'node:worker_threads'
import { deleteElements, moveElements } from '@anawim/lesson/doc'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectEditor } from './support/connect-editor.ts'
import { connectViewer } from './support/connect-viewer.ts'
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

test('the reading thread dies in the middle of editing: nobody is thrown out, readers catch up, and JSON and snapshot are written', async () => {
  const lessonId = (await makeLesson(at.db, people.alice)).id
  await at.db.lessons.publish(lessonId, { isPublic: true })
  const told = vi.spyOn(Worker.prototype, 'postMessage')
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const dave = await connectViewer(server, people.dave)
  await dave.watch(lessonId)
  alice.draw('a')
  await until('dave sees the first', () => JSON.stringify(dave.patches).includes('"a"'))
  const thread = told.mock.contexts.at(-1)
  told.mockRestore()
  if (!(thread instanceof Worker)) throw new Error('no thread was told anything')

  alice.draw('b')
  await thread.terminate()
  alice.draw('c')
  await alice.whenSaved()
  const last = dave.patches.length
  alice.draw('d')
  await until('dave is told that there is something new', () => dave.patches.length > last)
  const json = async () => JSON.stringify((await at.db.lessons.withContent(lessonId))?.content)
  await until('the JSON has all', async () => {
    const text = await json()
    return ['"a"', '"b"', '"c"', '"d"'].every((id) => text.includes(id))
  })
  const again = await dave.watch(lessonId)
  expect(JSON.stringify(again)).toContain('"d"')
  expect(alice.closes).toEqual([])
  const restarts = server.collab.figures().find(({ name }) => name.endsWith('reading_thread_restarts_total'))
  expect(restarts?.value).toBe(1)
  alice.leave()
  dave.leave()
  await until('the rows are merged', async () => (await at.db.updates.load(lessonId))?.updates.length === 0)
})

test('a box that is moved hundreds of times is told to the reading thread as a difference, and read as it is', async () => {
  const lessonId = (await makeLesson(at.db, people.alice)).id
  const told = vi.spyOn(Worker.prototype, 'postMessage')
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const [moved, gone] = [alice.draw('moved'), alice.draw('gone')]
  for (let x = 1; x <= 300; x++) {
    moveElements(alice.document, [{ id: moved, box: { x, y: 0, width: 10, height: 10, rotation: 0 } }])
  }
  deleteElements(alice.document, [gone])
  await alice.whenSaved()
  const written = async () => (await at.db.lessons.withContent(lessonId))?.content.pages[0]?.elements ?? []
  await until('the JSON has all', async () => {
    const elements = await written()
    return elements.length === 1 && elements[0]?.x === 300
  })
  const updates = told.mock.calls.flatMap(([messages]: unknown[]) =>
    (messages as { type: string; updates?: unknown[] }[]).flatMap((message) =>
      message.type === 'update' ? (message.updates ?? []) : [],
    ),
  )
  told.mockRestore()
  expect(updates.length).toBeLessThan(150)
  alice.leave()
  // The snapshot is compared with the document before it may replace the rows.
  await until('the rows are merged', async () => (await at.db.updates.load(lessonId))?.updates.length === 0)
})
