/** A disk that is full is a database that is away: PostgreSQL answers, and refuses whatever would have to be written. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectEditor, elementIds } from './support/connect-editor.ts'
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

/** All that an edit is written to. */
const tables = ['lesson_updates', 'lesson_snapshots', 'lesson_clients', 'lesson_quarantine', 'lessons']

/** PostgreSQL's own words for it: SQLSTATE 53100, disk_full. */
async function fillDisk(): Promise<() => Promise<void>> {
  await at.db.knex.raw(`
    CREATE FUNCTION fail_as_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file "base/5/16384": No space left on device' USING ERRCODE = '53100'; END
    $$`)
  for (const table of tables) {
    await at.db.knex.raw(`
      CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION fail_as_full()`)
  }
  return async () => {
    await at.db.knex.raw('DROP FUNCTION fail_as_full CASCADE')
  }
}

test('a full disk: people go on together, are told that it is not saved, and all is saved when there is room again', async () => {
  const server = await at.start({ config: { retryMaxMs: 300, claimMs: 300 } })
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  alice.draw('before')
  root.draw('too')
  await Promise.all([alice.whenSaved(), root.whenSaved()])

  const makeRoom = await fillDisk()
  const told = { alice: alice.lastSaved(), root: root.lastSaved() }
  alice.draw('a')
  root.draw('b')
  await until('both have both', () => [alice, root].every((editor) => editor.ids().length === 4))
  await until('both are told', () => [alice, root].every(({ messages }) => messages.at(-1)?.type === 'retrying'), 3_000)
  // Who comes now writes under an id of which nobody can note whose it is.
  const late = await connectEditor(server, people.alice, lessonId)
  late.draw('c')
  await until('all have all', () => [alice, root, late].every((editor) => editor.ids().length === 5))
  await until('the late one is told', () => late.messages.at(-1)?.type === 'retrying', 3_000)
  // Long enough for several tries, and for the JSON.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect([alice.lastSaved(), root.lastSaved(), late.isSaved()]).toEqual([told.alice, told.root, false])
  expect(elementIds(await storedDocument(at.db, lessonId)).toSorted()).toEqual(['before', 'too'])

  await makeRoom()
  await Promise.all([alice, root, late].map((editor) => editor.whenSaved(5_000)))
  expect(elementIds(await storedDocument(at.db, lessonId)).toSorted()).toEqual(['a', 'b', 'before', 'c', 'too'])
  expect([alice, root, late].map(({ closes }) => closes)).toEqual([[], [], []])
  await until('the JSON follows', async () => {
    const json = JSON.stringify((await at.db.lessons.withContent(lessonId))?.content)
    return json === JSON.stringify(alice.content())
  })
  for (const editor of [alice, root, late]) editor.leave()
})
