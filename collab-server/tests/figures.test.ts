import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectEditor } from './support/connect-editor.ts'
import { connectViewer } from './support/connect-viewer.ts'
import { makeLesson, makePeople } from './support/people.ts'
import { school, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
beforeEach(async () => {
  at = await school()
})
afterEach(() => at.close())

test('an operator sees how much is open, queued, committed and refused', async () => {
  const server = await at.start()
  const people = await makePeople(at.db)
  const { id } = await makeLesson(at.db, people.alice)
  const value = (name: string) =>
    server.collab.figures().find((figure) => figure.name === `anawim_collab_${name}`)?.value ?? -1
  expect(value('open_lessons')).toBe(0)
  const alice = await connectEditor(server, people.alice, id)
  const viewer = await connectViewer(server, people.alice)
  alice.draw('a')
  await alice.whenSaved()
  await until('both are counted', () => value('editors') === 1 && value('viewers') === 1)
  expect(value('open_lessons')).toBe(1)
  expect(value('queued_updates')).toBe(0)
  expect(value('commits_total')).toBeGreaterThan(0)
  expect(value('committed_updates_total')).toBeGreaterThan(0)
  expect(value('refused_updates_total')).toBe(0)
  expect(value('evictions_total')).toBe(0)
  viewer.leave()
  alice.leave()
  await until('they have left', () => value('editors') === 0 && value('open_lessons') === 0)
})
