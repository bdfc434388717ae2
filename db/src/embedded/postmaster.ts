import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Binaries } from './binaries.ts'
import { pathsIn, SUPERUSER } from './data-folder.ts'
import { EmbeddedError } from './errors.ts'
import type { Identity } from './identity.ts'

/** Everything that a start needs, and that stays the same when PostgreSQL has to be started again. */
export interface Launch {
  folder: string
  binaries: Binaries
  identity: Identity
  password: string
  port: number
  settings: Readonly<Record<string, string>>
}

/** Recovery after a crash takes as long as it takes, within reason. Milliseconds. */
const START_TIMEOUT = 10 * 60_000
const LOG_SIZE = 1_000_000

/** A port of 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

export function urlOf({ password, port }: Launch, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Starts the postmaster, detached in a session of its own: a Ctrl-C reaches the whole process group, and PostgreSQL must
 * outlive the servers, which still have to save.
 */
export function launch({ folder, binaries, identity, port, settings }: Launch): ChildProcess {
  const paths = pathsIn(folder)
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // What connections did wrong is told to them; the file is for the server's own affairs, and stays small.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    ...settings,
  }
  const [command = '', ...args] = [
    ...identity.prefix,
    binaries.postgres,
    '-D',
    paths.data,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openLog(paths.log)
  try {
    return spawn(command, args, {
      ...identity.options,
      env: binaries.env,
      cwd: paths.data,
      detached: true,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

/** Resolves when it answers; rejects with the end of its log when it has ended instead. */
export async function isAnswering(child: ChildProcess, started: Launch): Promise<void> {
  const from = logSize(started.folder)
  const endings: string[] = []
  child.once('error', (error) => endings.push(error.message))
  child.once('exit', (code, signal) => endings.push(`ended with ${signal ?? code}`))
  const deadline = Date.now() + START_TIMEOUT
  for (;;) {
    const client = new Client({ connectionString: urlOf(started, 'postgres'), connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      client.end().catch(() => {})
      if (endings[0] !== undefined) {
        throw new EmbeddedError(`PostgreSQL ${endings[0]}: ${logSince(started.folder, from)}`)
      }
      if (Date.now() > deadline) throw new EmbeddedError('PostgreSQL does not answer', { cause: error })
    }
    await sleep(20)
  }
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_SIZE) renameSync(path, `${path}.old`)
  return openSync(path, 'a', 0o600)
}

function logSize(folder: string): number {
  return statSync(pathsIn(folder).log, { throwIfNoEntry: false })?.size ?? 0
}

function logSince(folder: string, from: number): string {
  const bytes = readFileSync(pathsIn(folder).log)
  return bytes.subarray(Math.min(from, bytes.length)).toString().trim().split('\n').slice(-10).join('\n')
}
