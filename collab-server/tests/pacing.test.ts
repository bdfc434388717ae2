import { moveElements } from '@anawim/lesson/doc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectEditor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { frameType } from './support/raw-editor.ts'
import type { School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

test('a stream of edits leaves merged, thirty times a second at most, and its maker hears nothing of it', async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  await alice.whenSaved()
  const updates = { alice: 0, root: 0 }
  for (const [name, { socket }] of Object.entries({ alice, root })) {
    socket.on('message', ({ data }: { data: ArrayBuffer }) => {
      const [type, step] = new Uint8Array(data).subarray(String(lessonId).length + 1)
      if (type === frameType.sync && step === 2) updates[name as keyof typeof updates]++
    })
  }
  const startedAt = performance.now()
  for (let turn = 0; turn < 120; turn++) {
    alice.draw(`e${turn}`)
    if (turn % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await until('root has all', () => root.ids().length === 120)
  expect(updates.root).toBeLessThanOrEqual((performance.now() - startedAt) / 33 + 2)
  expect(updates.alice).toBe(0)
  // What stock clients count: every edit is acknowledged, if not with a write of its own.
  await until('all is acknowledged', () => !alice.provider.hasUnsyncedChanges, 5_000)
  for (const editor of [alice, root]) editor.leave()
})

test('a lone edit waits for no clock', async () => {
  const server = await at.start({ config: { flushMs: 1_000 } })
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  const id = alice.draw('alone')
  // Coming is shown to others, and an insertion is two updates: those are flushes too.
  await new Promise((resolve) => setTimeout(resolve, 2_200))
  const startedAt = performance.now()
  moveElements(alice.document, [{ id, box: { x: 77, y: 0, width: 10, height: 10, rotation: 0 } }])
  await until('root has it', () => root.content().pages[0]?.elements[0]?.x === 77)
  expect(performance.now() - startedAt).toBeLessThan(800)
  for (const editor of [alice, root]) editor.leave()
})

test('what nobody would be told of yet is committed together', async () => {
  const server = await at.start({ config: { savedMs: 1_500, gatherMs: 400 } })
  const commits = () =>
    server.collab.figures().find(({ name }) => name === 'anawim_collab_commits_total')?.value ?? Number.NaN
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.draw('first')
  await alice.whenSaved()
  const before = commits()
  const startedAt = performance.now()
  for (let turn = 0; turn < 30; turn++) {
    alice.draw(`e${turn}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const took = performance.now() - startedAt
  await alice.whenSaved()
  expect(commits() - before).toBeLessThanOrEqual(took / 400 + 3)
  expect((await storedDocument(at.db, lessonId)).getMap('elements').size).toBe(31)
  alice.leave()
})

test('an edit whose maker waits to be told is committed at once', async () => {
  const server = await at.start({ config: { gatherMs: 2_500 } })
  const alice = await connectEditor(server, people.alice, lessonId)
  const id = alice.draw('alone')
  // An insertion is two updates: the second may come when the first was just told of.
  await alice.whenSaved(10_000)
  await new Promise((resolve) => setTimeout(resolve, 150))
  moveElements(alice.document, [{ id, box: { x: 77, y: 0, width: 10, height: 10, rotation: 0 } }])
  await alice.whenSaved(2_000)
  alice.leave()
})
