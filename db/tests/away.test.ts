import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLogger, DatabaseAwayError, migrate, openDatabase, type Database } from '@anawim/db'
import { isAway } from '../src/away.ts'
import { connect } from '../src/connect.ts'
import { startEmbedded, type EmbeddedPostgres } from '../src/embedded/index.ts'
import { lesson, person } from './people.ts'

// Real starts and crashes with fsync: on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const log = createLogger('test')
log.level = 'silent'
let dataDir: string
let postgres: EmbeddedPostgres
let db: Database
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'anawim-away-'))
  postgres = await startEmbedded(dataDir, log)
  await migrate(postgres.url)
  db = await openDatabase({ url: postgres.url, dataDir, log })
})
afterAll(async () => {
  await db.close()
  await postgres.stop()
  await rm(dataDir, { recursive: true })
})

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

test('PostgreSQL killed again and again under a stream of edits: none that was acknowledged is lost, and the order holds', async () => {
  const { id } = await lesson(db, await person(db, 'teacher'))
  const acknowledged: number[] = []
  const failures: unknown[] = []
  let isDone = false
  const edit = async () => {
    for (let next = 0; !isDone; next++) {
      const update = new TextEncoder().encode(String(next))
      for (let isWritten = false; !isWritten;) {
        const error = await errorOf(db.updates.append([{ lessonId: id, update, authorId: null }]))
        isWritten = error === null
        if (error === null) acknowledged.push(next)
        else failures.push(error)
        if (error !== null) await sleep(20)
      }
    }
  }
  const editing = edit()
  for (const signal of ['SIGKILL', 'SIGQUIT', 'SIGKILL'] as const) {
    const before = acknowledged.length
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 20), { timeout: 15_000 })
    await sleep(Math.random() * 50)
    const killed = postgres.pid()
    process.kill(killed ?? 0, signal)
    await vi.waitFor(() => expect([null, killed]).not.toContain(postgres.pid()), { timeout: 15_000, interval: 5 })
    await vi.waitFor(() => db.ping(), { timeout: 15_000 })
  }
  isDone = true
  await editing

  expect(failures.length).toBeGreaterThan(0)
  expect(failures.filter((failure) => !(failure instanceof DatabaseAwayError))).toEqual([])
  const kept = (await db.updates.load(id))?.updates.map(({ update }) => Number(new TextDecoder().decode(update))) ?? []
  // What failed may have been written all the same, and then stands there twice: that is what Yjs forgives.
  expect([...new Set(kept)]).toEqual(acknowledged)
  expect(kept).toEqual(kept.toSorted((a, b) => a - b))
})

test('every store says that the database is away, and the lock is told to be lost', async () => {
  let losses = 0
  await db.locks.holdCollabLock(() => losses++)
  await postgres.stop()
  const calls = [
    db.ping(),
    db.users.byId(1),
    db.users.update(1, { fullName: 'x' }),
    db.sessions.start(1),
    db.lessons.list({ person: { id: 1, role: 'admin', isActive: true }, skip: 0, limit: 1, sort: 'title' }),
    db.lessons.writeProjection(1, { version: 1, pages: [] }, '1'),
    db.members.list(1),
    db.media.of(1, 1),
    db.secrets.ensure('x', () => 'x'),
    db.updates.append([{ lessonId: 1, update: Uint8Array.of(1), authorId: null }]),
    db.updates.load(1),
    db.locks.holdCollabLock(() => {}),
  ]
  const errors = await Promise.all(calls.map(errorOf))
  expect(errors.filter((error) => !(error instanceof DatabaseAwayError))).toEqual([])
  await vi.waitFor(() => expect(losses).toBe(1), { timeout: 5_000 })

  postgres = await startEmbedded(dataDir, log)
})

test('a server that has fallen silent is away, and does not block those who come after', async () => {
  const knex = connect(postgres.url, 'silent', { poolMax: 1, statementTimeout: 500 })
  try {
    const { rows } = await knex.raw<{ rows: { pid: number }[] }>('SELECT pg_backend_pid() AS pid')
    const pid = rows[0]?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    expect(isAway(await errorOf(Promise.resolve(knex.raw('SELECT 1'))))).toBe(true)
    expect(await errorOf(Promise.resolve(knex.raw('SELECT 1')))).toBeNull()
    process.kill(pid, 'SIGCONT')
    expect(isAway(await errorOf(Promise.resolve(knex.raw('SELECT pg_sleep(5)'))))).toBe(true)
  } finally {
    await knex.destroy()
  }
})

test('what was wrong with the question is not the database being away', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code })
  for (const code of ['23505', '22003', '42P01', 'ERR_INVALID_ARG_TYPE']) expect(isAway(withCode(code))).toBe(false)
  for (const code of ['57P01', '57P03', '08006', '53300', 'ECONNREFUSED']) expect(isAway(withCode(code))).toBe(true)
  expect(isAway('Connection terminated')).toBe(false)
})
