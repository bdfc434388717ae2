import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Knex } from 'knex'
import { connect } from '../src/connect.ts'
import { createLessonStore } from '../src/stores/lesson-store.ts'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { asking, lesson, person } from './people.ts'

let harness: TestDatabase
/** With one connection, so that one can ask it what it keeps. */
let knex: Knex
beforeAll(async () => {
  harness = await testDatabase()
  knex = connect(harness.url, 'test', { poolMax: 1, statementTimeout: 0 })
})
afterAll(async () => {
  await knex.destroy()
  await harness.close()
})

const kept = async () => {
  const sql = 'SELECT generic_plans::int AS planned_once FROM pg_prepared_statements'
  return (await knex.raw<{ rows: { planned_once: number }[] }>(sql)).rows.map((row) => row.planned_once)
}

test('the page that everybody sees first is planned once for each connection; what is asked otherwise is not kept', async () => {
  const teacher = await person(harness.db, 'teacher')
  const { id } = await lesson(harness.db, teacher)
  const lessons = createLessonStore(knex)
  const usual = { person: asking(teacher), skip: 0, limit: 24, sort: '-updated_at' } as const
  // PostgreSQL plans five times before it compares.
  for (let time = 0; time < 7; time++) expect((await lessons.list(usual)).items.map((item) => item.id)).toEqual([id])
  expect(await kept()).toEqual([2, 2])
  for (const limit of [1, 2, 3]) await lessons.list({ ...usual, limit })
  await lessons.list({ ...usual, search: 'lesson' })
  await lessons.list({ ...usual, level: 'Lớp 7' })
  await lessons.list({ ...usual, skip: 24 })
  expect(await kept()).toHaveLength(2)
})
