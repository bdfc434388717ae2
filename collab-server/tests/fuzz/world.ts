/** A school of its own to break: a real PostgreSQL with fsync, a door before it, and the collab server as a process. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createLogger, DatabaseAwayError, migrate, openDatabase, type Database } from '@anawim/db'
import { startEmbedded } from '@anawim/db/embedded'
import { proxyDatabase } from '../support/database-proxy.ts'
import { until } from '../support/until.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Short times, so that much happens in few steps. */
const quick = {
  COLLAB_COMPACT_ROWS: '15',
  COLLAB_COMMIT_SLOW_MS: '200',
  COLLAB_COMMIT_TIMEOUT_MS: '1500',
  COLLAB_RETRY_MIN_MS: '20',
  COLLAB_RETRY_MAX_MS: '200',
  COLLAB_SAVED_MS: '20',
  COLLAB_LOCK_RETRY_MS: '20',
  COLLAB_PROJECTION_MS: '50',
  COLLAB_PROJECTION_MAX_MS: '200',
}

export interface World {
  /** Something is broken now: what is asked to break meanwhile waits for that to be over. */
  isBroken(): boolean
  /** For what the tests look up: it does not go through the door. */
  db: Database
  /** `127.0.0.1:port` of the server, the same after each start. */
  host: string
  /** kill -9, and a new start. */
  killServer(): Promise<void>
  /** An immediate shutdown of PostgreSQL, which is started again by its supervisor. */
  crashDatabase(): Promise<void>
  /** Server and PostgreSQL at one moment, as a power cut ends them; both start again. */
  crashBoth(): Promise<void>
  /** What is edited for that long is broadcast and never committed: then the server is killed, and starts again. */
  loseUncommitted(ms: number): Promise<void>
  /** The server's connections to PostgreSQL break, and none can be made for a while. */
  cutDatabase(ms: number): Promise<void>
  /** The server's connections to PostgreSQL fall silent for a while. */
  stallDatabase(ms: number): Promise<void>
  /** The same as either of the two, until `over`. */
  awayUntil(how: 'cut' | 'stall', over: Promise<void>): Promise<void>
  /** SIGTERM; resolves with the milliseconds until it has exited. */
  stopServer(): Promise<number>
  /** Bytes of memory that the server holds. */
  memory(): Promise<number>
  /** False when the server has ended by itself. */
  isRunning(): boolean
  startServer(): Promise<void>
  close(): Promise<void>
}

export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'anawim-fuzz-'))
  const log = createLogger('fuzz')
  log.level = 'silent'
  const postgres = await startEmbedded(folder, log)
  await migrate(postgres.url)
  const db = await openDatabase({ url: postgres.url, dataDir: folder, log, poolMax: 5, collabTokenSeconds: 600 })
  const door = await proxyDatabase(postgres.url)
  const port = await freePort()
  const host = `127.0.0.1:${port}`
  let child: ChildProcess | null = null
  // One fault after the other: whoever asks for one waits until the last is over.
  let fault = Promise.resolve()
  let faults = 0

  const oneByOne = (work: () => Promise<void>) => {
    faults++
    return (fault = fault.then(work).finally(() => faults--))
  }
  const startServer = async () => {
    const addresses = { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: door.url, ANAWIM_DATA_DIR: folder }
    const started = spawn(process.execPath, [main], {
      env: { ...process.env, LOG_LEVEL: 'silent', ...quick, ...env, ...addresses },
      stdio: process.env['ANAWIM_FUZZ_LOUD'] ? 'inherit' : 'ignore',
    })
    child = started
    await until('the server listens', () => started.exitCode !== null || isListening(host), 60_000)
    if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}`)
  }
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    await exited
    // Until then it stays known, so that one which hangs is killed with the world.
    child = null
  }
  const crash = async () => {
    const pid = postgres.pid()
    if (pid !== null) process.kill(pid, 'SIGQUIT')
    await until('PostgreSQL is another', () => postgres.pid() !== pid && postgres.pid() !== null, 60_000)
    await until('PostgreSQL is back', () => isUp(db), 60_000)
  }
  const awayUntil = (how: 'cut' | 'stall', over: () => Promise<void>) =>
    oneByOne(async () => {
      if (how === 'cut') door.cut()
      else door.pause()
      await over()
      door.resume()
    })
  await startServer()

  return {
    isBroken: () => faults > 0,
    db,
    host,
    startServer,
    killServer: () =>
      oneByOne(async () => {
        if (child?.exitCode !== null) throw new Error(`the server had ended by itself with ${child?.exitCode}`)
        await end('SIGKILL')
        await startServer()
      }),
    crashDatabase: () => oneByOne(crash),
    crashBoth: () =>
      oneByOne(async () => {
        await Promise.all([end('SIGKILL'), crash()])
        await startServer()
      }),
    loseUncommitted: (ms) =>
      oneByOne(async () => {
        door.pause()
        await delay(ms)
        await end('SIGKILL')
        door.resume()
        await startServer()
      }),
    cutDatabase: (ms) => awayUntil('cut', () => delay(ms)),
    stallDatabase: (ms) => awayUntil('stall', () => delay(ms)),
    awayUntil: (how, over) => awayUntil(how, () => over),
    async memory() {
      const status = await readFile(`/proc/${child?.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
    },
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    async stopServer() {
      const startedAt = Date.now()
      await end('SIGTERM')
      return Date.now() - startedAt
    },
    async close() {
      await fault.catch(() => {})
      await end('SIGKILL')
      await door.close()
      await db.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const isListening = (host: string) =>
  fetch(`http://${host}`).then(
    () => true,
    () => false,
  )

/** Asks the database until it answers. */
export async function ask<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DatabaseAwayError) || tries === 400) throw error
      await delay(50)
    }
  }
}

const isUp = (db: Database) =>
  db.ping().then(
    () => true,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
