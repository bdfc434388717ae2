/** When very many edit, the server gathers what it writes; nobody loses anything by it. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Pace } from '../src/log/pace.ts'
import { connectEditor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

test('a busy server commits few times, and tells of all that it is saved', async () => {
  const server = await at.start({ config: { busyUpdates: 10, busyCommitMs: 100 } })
  const committed = (name: string) =>
    server.collab.figures().find((figure) => figure.name === `anawim_collab_${name}_total`)?.value ?? 0
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  const rush = async (name: string) => {
    for (let turn = 0; turn < 60; turn++) {
      alice.draw(`${name}${turn}`)
      await delay(10)
    }
  }
  await rush('first')
  const before = { commits: committed('commits'), rows: committed('committed_updates') }
  await rush('then')
  await until('root has all', () => root.ids().length === 120)
  await alice.whenSaved()
  const rows = committed('committed_updates') - before.rows
  expect(rows).toBeGreaterThanOrEqual(60)
  expect(committed('commits') - before.commits).toBeLessThan(rows / 3)
  expect((await storedDocument(at.db, lessonId)).getMap('elements').size).toBe(120)
  // What waited for something else to leave with has left.
  await until('all is acknowledged', () => !alice.provider.hasUnsyncedChanges, 5_000)
  for (const editor of [alice, root]) editor.leave()
})

test('it is busy only while much comes in', async () => {
  const pace = new Pace(100)
  for (let turn = 0; turn < 60; turn++) pace.count()
  expect(pace.isBusy).toBe(false)
  await delay(260)
  pace.count()
  expect(pace.isBusy).toBe(true)
  await delay(260)
  pace.count()
  expect(pace.isBusy).toBe(false)
})
