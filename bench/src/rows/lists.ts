import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger, migrate, openDatabase, type Database, type LessonQuery } from '@anawim/db'
import { runningUrl } from '@anawim/db/embedded'
import { startProduct } from '../../../scripts/testing/product.ts'
import { measure } from '../figures.ts'
import { fillSchool } from '../lists/fill-school.ts'
import { recordStatements } from '../lists/record-statements.ts'
import { askOften } from '../load/ask-often.ts'
import { quantilesOf } from '../load/quantiles.ts'
import { scaled, type Row } from '../row.ts'
import { startPeer } from '../targets/peer.ts'

const asked: readonly [kind: 'lists' | 'searches', query: Partial<LessonQuery>][] = [
  ['lists', {}],
  ['lists', { skip: 480 }],
  ['lists', { sort: 'title' }],
  ['lists', { level: 'Lớp 7' }],
  ['lists', { place: 'own' }],
  ['searches', { search: 'phần17' }],
  ['searches', { search: 'nghia77' }],
  ['searches', { search: 'chuong1 tu55' }],
]

/** How do the lists of a large school do? */
export const lists: Row = {
  name: 'lists',
  what: 'Lists and search among 100,000 lessons, and the lesson list against a bare Express route with the same SQL',
  async run(context) {
    const [many, few] = [scaled(context, 100_000, 1_000), 1_000]
    const seconds = scaled(context, 5, 1)
    const speed = measure('time for each request of the lesson list, 16 at once', 'ms', 'bare Express')
    const inDatabase = {
      lists: { p50: measure('lists, p50', 'ms', 'of 1,000'), p95: measure('lists, p95', 'ms', 'of 1,000') },
      searches: { p50: measure('searches, p50', 'ms', 'of 1,000'), p95: measure('searches, p95', 'ms', 'of 1,000') },
    }
    const product = await startProduct({ web: false, env: { ACCESS_TOKEN_SECONDS: '3600' } })
    const opened: Database[] = []
    try {
      const url = await runningUrl(product.dataDir)
      if (url === null) throw new Error('the product has no PostgreSQL')
      const open = async (address: string) => {
        const db = await openDatabase({ url: address, dataDir: product.dataDir, log: createLogger('bench') })
        opened.push(db)
        return db
      }
      const large = await open(url)
      await large.knex.raw('CREATE DATABASE small_school')
      const smallUrl = Object.assign(new URL(url), { pathname: '/small_school' }).href
      await migrate(smallUrl)
      const small = await open(smallUrl)
      const schools = [
        { name: 'of 1,000', db: small, teacher: await fillSchool(small, few) },
        { name: 'of 100,000', db: large, teacher: await fillSchool(large, many) },
      ]
      const teacher = await large.users.byId(schools[1]?.teacher.id ?? 0)
      if (!teacher) throw new Error('no teacher')
      const { token } = await large.tokens.signAccess(teacher)
      const query = { skip: 0, limit: 20, sort: '-updated_at' } as const
      const person = (id: number) => ({ id, role: 'teacher', isActive: true }) as const
      const statements = await recordStatements(large, () =>
        large.lessons.list({ person: person(teacher.id), ...query }),
      )
      const bare = await startPeer('list-route', {
        BENCH_DATABASE: url,
        BENCH_STATEMENTS: JSON.stringify(statements),
      })
      const targets: { name: string; url: string; headers: Record<string, string> }[] = [
        { name: 'bare Express', url: `http://127.0.0.1:${bare.port}/api/lessons`, headers: {} },
        { name: 'anawim', url: `${product.url}/api/lessons`, headers: { authorization: `Bearer ${token}` } },
      ]
      try {
        for (const { url: address, headers } of targets) await askOften(address, 1, headers)
        for (let round = 0; round < context.rounds; round++) {
          for (const { name, url: address, headers } of targets) {
            context.say(`round ${round + 1}: ${name}`)
            speed.add(name, 1000 / (await askOften(address, seconds, headers)))
            await sleep(500)
          }
          for (const {
            name,
            db,
            teacher: { id },
          } of schools) {
            const times = { lists: [] as number[], searches: [] as number[] }
            for (let turn = 0; turn < scaled(context, 20, 2); turn++) {
              for (const [kind, how] of asked) {
                const startedAt = performance.now()
                await db.lessons.list({ person: person(id), ...query, ...how })
                times[kind].push(performance.now() - startedAt)
              }
            }
            for (const kind of ['lists', 'searches'] as const) {
              const found = quantilesOf(times[kind])
              inDatabase[kind].p50.add(name, found?.p50)
              inDatabase[kind].p95.add(name, found?.p95)
            }
          }
        }
      } finally {
        bare.child.kill()
      }
      const { lists: listed, searches } = inDatabase
      return {
        measures: [speed, listed.p50, listed.p95, searches.p50, searches.p95].map(({ made }) => made),
        verdicts: [
          {
            goal: 'time for each request, bare Express = 1 (0.7 of its requests a second)',
            value: speed.ratio('anawim'),
            limit: 1.43,
            unit: '×',
          },
          { goal: 'p95 of lists in the database', value: listed.p95.median('of 100,000'), limit: 50, unit: 'ms' },
          { goal: 'p95 of searches in the database', value: searches.p95.median('of 100,000'), limit: 50, unit: 'ms' },
          { goal: 'growth of lists from 1,000 to 100,000', value: listed.p50.ratio('of 100,000'), limit: 3, unit: '×' },
          {
            goal: 'growth of searches from 1,000 to 100,000',
            value: searches.p50.ratio('of 100,000'),
            limit: 3,
            unit: '×',
          },
        ],
        notes: [
          `${many} lessons of 20 teachers, a third of them public. Lists: the newest, a page far behind, by title, of a level, one's own; searches: a word of 1 in 59 titles, one of 1 in 1,187 canvases, and two words. Times are those of a store's call, knex and the way to PostgreSQL and back included. The bare route runs the same statements in a pool of ten and sends the rows as they are: no token, no account, no validation, no ETag.`,
        ],
      }
    } finally {
      for (const db of opened) await db.close()
      await product.stop()
    }
  },
}
