import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLogger } from '@anawim/db'
import { AlreadyRunningError, startEmbedded, type EmbeddedPostgres } from '../src/embedded/index.ts'
import { processesIn } from '../src/embedded/leftovers.ts'

// Real starts and crashes with fsync: on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const log = createLogger('test')
log.level = 'silent'

let dataDir = ''
let running: EmbeddedPostgres[] = []
let supervisors: ChildProcess[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'anawim-embedded-'))
})
afterEach(async () => {
  for (const supervisor of supervisors) supervisor.kill('SIGKILL')
  await Promise.all(running.map((postgres) => postgres.stop()))
  while (left().length > 0) await sleep(50)
  await rm(dataDir, { recursive: true, force: true })
  running = []
  supervisors = []
})

const left = () => processesIn(join(dataDir, 'postgres'))

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded(dataDir, log)
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that starts PostgreSQL, says its address, and then only lives. */
async function startSupervisor(): Promise<{ process: ChildProcess; url: string }> {
  const path = fileURLToPath(new URL('./supervisor.ts', import.meta.url))
  const supervisor = spawn(process.execPath, [path, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  supervisors.push(supervisor)
  const lines = createInterface(supervisor.stdout)
  const [url] = await once(lines, 'line')
  return { process: supervisor, url: String(url) }
}

/** Those whose supervisor has died end by themselves meanwhile. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

describe('the embedded PostgreSQL', () => {
  test('answers on 127.0.0.1 only, with a password that only its owner can read, and keeps what it was given', async () => {
    const first = await start()
    expect(new URL(first.url).hostname).toBe('127.0.0.1')
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual([['127.0.0.1']])
    expect(await ask(first.url, 'SHOW fsync')).toEqual([['on']])
    const secret = join(dataDir, 'postgres/password')
    expect((await stat(secret)).mode & 0o777).toBe(0o600)
    expect(new URL(first.url).password).toBe(await readFile(secret, 'utf8'))
    const stranger = Object.assign(new URL(first.url), { password: 'guess' }).href
    await expect(ask(stranger, 'SELECT 1')).rejects.toThrow(/password authentication failed/)

    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    await first.stop()
    expect(left()).toEqual([])
    const second = await start()
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([[42]])
  })

  test('sorts Vietnamese, and has what search needs', async () => {
    const { url } = await start()
    const sorted = `SELECT string_agg(word, ' ' ORDER BY word COLLATE "vi-x-icu")
                    FROM unnest(ARRAY['đo', 'ăn', 'dạy', 'an', 'ân']) AS word`
    expect(await ask(url, sorted)).toEqual([['an ăn ân dạy đo']])
    const available = `SELECT count(*)::int FROM pg_available_extensions WHERE name IN ('unaccent', 'pg_trgm')`
    expect(await ask(url, available)).toEqual([[2]])
  })

  test('refuses a second start on the same folder, clearly, and lets the first go on', async () => {
    const { url } = await start()
    await expect(startEmbedded(dataDir, log)).rejects.toThrow(AlreadyRunningError)
    await expect(startEmbedded(join(dataDir, '.'), log)).rejects.toThrow(`process ${process.pid} has it`)
    expect(await ask(url, 'SELECT 1')).toEqual([[1]])
  })

  test('of many that start at the same moment on an empty folder, one wins', async () => {
    const results = await Promise.allSettled(Array.from({ length: 4 }, start))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    expect(reasons.every((reason) => reason instanceof AlreadyRunningError)).toBe(true)
  })
})

describe('when things are killed', () => {
  test('the supervisor by kill -9: after a moment no process of PostgreSQL is left', async () => {
    const supervisor = await startSupervisor()
    expect(await ask(supervisor.url, 'SELECT 1')).toEqual([[1]])
    expect(left().length).toBeGreaterThan(1)
    supervisor.process.kill('SIGKILL')
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 8_000, interval: 50 })
  })

  test('the supervisor by kill -9, and started again at once: what was committed is there', async () => {
    const { process: supervisor, url } = await startSupervisor()
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    supervisor.kill('SIGKILL')
    await once(supervisor, 'exit')
    const again = await start()
    expect(await ask(again.url, 'SELECT answer FROM kept')).toEqual([[42]])
  })

  test('the postmaster by kill -9, and its immediate shutdown: it is back at the same address, with everything', async () => {
    const postgres = await start()
    const { url } = postgres
    await ask(url, 'CREATE TABLE kept (answer integer)')
    for (const [index, signal] of (['SIGKILL', 'SIGQUIT'] as const).entries()) {
      await ask(url, `INSERT INTO kept VALUES (${index})`)
      const before = postgres.pid()
      process.kill(before ?? 0, signal)
      await vi.waitFor(() => expect([null, before]).not.toContain(postgres.pid()), { timeout: 10_000, interval: 20 })
      await vi.waitFor(() => ask(url, 'SELECT 1'), { timeout: 10_000, interval: 20 })
    }
    expect(await ask(url, 'SELECT count(*)::int FROM kept')).toEqual([[2]])
  })

  test('everything by kill -9: the old files of a dead process id stop nobody', async () => {
    const { process: supervisor } = await startSupervisor()
    supervisor.kill('SIGKILL')
    for (const pid of left()) killIfThere(pid)
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 20_000 })
    // The process id that stands in the file now belongs to somebody else: to us.
    const path = join(dataDir, 'postgres/data/postmaster.pid')
    const [, ...rest] = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, [process.pid, ...rest].join('\n'))
    const { url } = await start()
    expect(await ask(url, 'SELECT 1')).toEqual([[1]])
  })

  test('a first start in the middle of making the database: the next one makes it whole', async () => {
    const path = fileURLToPath(new URL('./supervisor.ts', import.meta.url))
    const supervisor = spawn(process.execPath, [path, dataDir], { stdio: 'ignore' })
    const unfinished = join(dataDir, 'postgres/data.unfinished/PG_VERSION')
    await vi.waitFor(() => stat(unfinished), { timeout: 10_000, interval: 2 })
    supervisor.kill('SIGKILL')
    await once(supervisor, 'exit')
    const { url } = await start()
    expect(await ask(url, 'SELECT 1')).toEqual([[1]])
  })
})
