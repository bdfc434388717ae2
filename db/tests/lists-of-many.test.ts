/** The lists of a large school: quick, and by index. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LessonQuery, UserRow } from '@anawim/db'
import { limits } from '@anawim/lesson'
import { testDatabase, type TestDatabase } from '@anawim/db/testing'
import { whereInPlace } from '../src/stores/lesson-places.ts'
import { asking, person } from './people.ts'

/** How many lessons there are: few in `npm test`, a hundred thousand in `npm run test:long`. */
const LESSONS = Number(process.env['ANAWIM_LISTED'] ?? 3_000)
/** Milliseconds that nineteen of twenty lists may take while other tests keep the machine busy; on a quiet one it is a tenth. */
const PATIENCE = 500

let database: TestDatabase
let lan: UserRow
let admin: UserRow
beforeAll(async () => {
  database = await testDatabase()
  lan = await person(database.db, 'teacher')
  admin = await person(database.db, 'admin')
  const others = [await person(database.db, 'teacher'), await person(database.db, 'teacher')]
  // Words of a school: each title has three, one of them in every sixtieth; each canvas three, two of them rare.
  await database.db.knex.raw(
    `INSERT INTO lessons (title, topic, level, content, author_id, status, is_public, updated_at, canvas_words)
     SELECT 'chương' || n % 600 || ' phần' || n % 59 || ' bài' || n, 'Chủ đề ' || n % 40, 'Lớp ' || n % 12,
            '{"version":1,"pages":[]}', (ARRAY[?, ?, ?]::integer[])[1 + (n % 100 > 2)::int + (n % 2) * (n % 100 > 2)::int],
            CASE WHEN n % 3 = 0 THEN 'published' ELSE 'draft' END, n % 3 = 0, now() - n * interval '1 minute',
            array_to_tsvector(ARRAY['tu' || n % 1200, 'nghia' || n % 1187, 'trang'])
     FROM generate_series(1, ?::integer) n`,
    [lan.id, others[0]?.id ?? 0, others[1]?.id ?? 0, LESSONS],
  )
  await database.db.knex.raw('VACUUM (ANALYZE) lessons')
}, 240_000)
afterAll(() => database.close())

const asked: [string, Partial<LessonQuery>][] = [
  ['the newest', {}],
  ['a page far behind', { skip: 500 }],
  ['by title', { sort: 'title' }],
  ['a word of titles', { search: 'phần17' }],
  ['a word of canvases', { search: 'nghia77' }],
  ['words of both', { search: 'chuong1 tu55' }],
  ['a word of all titles', { search: 'bài' }],
  ['a word of all canvases', { search: 'trang' }],
  ['a level', { level: 'Lớp 7' }],
  ['own', { place: 'own' }],
  ['shared', { place: 'shared' }],
  ['favourites', { place: 'favourites' }],
]

test.each(asked)('%s, within a moment, for a teacher and an admin', async (_name, query) => {
  for (const who of [lan, admin]) {
    const times: number[] = []
    for (let round = 0; round < 20; round++) {
      const startedAt = performance.now()
      await database.db.lessons.list({ person: asking(who), skip: 0, limit: 24, sort: '-updated_at', ...query })
      times.push(performance.now() - startedAt)
    }
    const [, p95 = 0] = times.toSorted((a, b) => b - a)
    if (LESSONS > 50_000) console.log(`${_name}, ${who.role}: p95 ${p95.toFixed(1)} ms`)
    expect(p95).toBeLessThan(PATIENCE)
  }
})

test('a word that is in every lesson finds them all, or as many as anybody looks through', async () => {
  const asked = { person: asking(admin), sort: '-updated_at', limit: 24, search: 'trang' } as const
  const found = Math.min(LESSONS, limits.foundLessons)
  const first = await database.db.lessons.list({ ...asked, skip: 0 })
  expect([first.total, first.items.length]).toEqual([found, 24])
  const last = await database.db.lessons.list({ ...asked, skip: found - 5 })
  expect([last.total, last.items.length]).toEqual([found, 5])
  expect(await database.db.lessons.list({ ...asked, skip: found })).toEqual({ items: [], total: found })
})

/** How PostgreSQL would find it if a table this small were worth an index. */
async function planOf(sql: string): Promise<string> {
  return database.db.knex.transaction(async (trx) => {
    await trx.raw('SET LOCAL enable_seqscan = off')
    const { rows } = await trx.raw<{ rows: { 'QUERY PLAN': string }[] }>(`EXPLAIN ${sql}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

test('search goes by index: both of its halves, joined', async () => {
  const plan = await planOf(
    `SELECT id FROM lessons WHERE NOT is_template AND deleted_at IS NULL
     AND (search LIKE '%phan 17%' OR canvas_words @@ anawim_prefixes('phan17'))`,
  )
  expect(plan).toContain('lessons_search')
  expect(plan).toContain('lessons_canvas_words')
  expect(plan).not.toContain('Seq Scan')
})

test('what was shared with somebody is found by index, through their classes too', async () => {
  const shared = database.db.knex('lessons').select('lessons.id')
  whereInPlace(shared, lan.id, { place: 'shared' })
  const plan = await planOf(shared.toQuery())
  expect(plan).toContain('lesson_members_user')
  expect(plan).toContain('class_pupils_user')
  expect(plan).toContain('lesson_classes_class')
  expect(plan).toContain('lessons_pkey')
  expect(plan).not.toContain('Seq Scan')
})
