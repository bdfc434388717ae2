/**
 * The real product for tests: `npm start` on a free port with a data folder of its own, and the means to break it. Tests of a single part
 * have no need of it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root.ts'
import { killTree, processTree } from './process-tree.ts'

export interface ProductOptions {
  /** Settings beyond those of `testEnvironment`. */
  env?: Record<string, string>
  /** false: without pages, for tests that need only API and sockets; nothing is built then. */
  web?: boolean
  /** A data folder that exists already; it is removed by `stop`, too. */
  dataDir?: string
}

/** Where a product is, and who may do everything there. */
export interface ProductAddress {
  /** `http://localhost:PORT`; stays the same after a restart. */
  url: string
  port: number
  adminEmail: string
  adminPassword: string
}

export interface Product extends ProductAddress {
  dataDir: string
  pids(): { supervisor: number; server: number; jobs: number; postgres: number }
  /** Every process of it, PostgreSQL's too, ended at one moment and without a word. */
  kill9(): Promise<void>
  /** Starts it again on the same data and port, after `kill9` or `end`. Resolves when it is ready. */
  restart(): Promise<void>
  /** A clean end; the data stay. Resolves with the exit code. */
  end(): Promise<number | null>
  /** A clean end, and the data are removed. */
  stop(): Promise<void>
  /** All that it printed so far. */
  output(): string
}

interface RunningMessage {
  type: 'running'
  port: number
  pids: Record<'server' | 'jobs' | 'postgres', number>
}

const adminEmail = 'admin@anawim.local'
const adminPassword = 'test-admin-password'

/** Quick and quiet: cheap password hashes, no rate limits, errors only. */
const testEnvironment = {
  PORT: '0',
  RATE_LIMITS: 'off',
  BCRYPT_COST: '4',
  LOG_LEVEL: 'error',
  ADMIN_EMAIL: adminEmail,
  ADMIN_PASSWORD: adminPassword,
}

const newDataDir = () => mkdtempSync(join(tmpdir(), 'anawim-product-'))

/** Starts the product and resolves when it serves. Rejects with what it printed when it does not start. */
export async function startProduct({
  env = {},
  web = true,
  dataDir = newDataDir(),
}: ProductOptions = {}): Promise<Product> {
  const environment: Record<string, string | undefined> = {
    ...process.env,
    DATABASE_URL: undefined,
    ...testEnvironment,
    ANAWIM_DATA_DIR: dataDir,
    ...(!web && { WEB_DIST: join(dataDir, 'no-pages') }),
    ...env,
  }
  let printed = ''
  let child: ChildProcess
  let running: RunningMessage

  const launch = () =>
    new Promise<RunningMessage>((resolve, reject) => {
      child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
        cwd: root,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
      child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
      child.on('message', (message: RunningMessage) => message.type === 'running' && resolve(message))
      child.on('error', reject)
      child.on('exit', (code, signal) => reject(new Error(`the product ended with ${signal ?? code}:\n${printed}`)))
    })
  const supervisor = () => child.pid ?? 0
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const end = async () => {
    if (!hasEnded()) {
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const force = setTimeout(() => void killTree(supervisor()), 20_000)
      await exited
      clearTimeout(force)
    }
    return child.exitCode
  }

  try {
    running = await launch()
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
  environment['PORT'] = String(running.port)
  return {
    url: `http://localhost:${running.port}`,
    port: running.port,
    dataDir,
    adminEmail,
    adminPassword,
    pids: () => ({ supervisor: supervisor(), ...running.pids }),
    kill9: () => killTree(supervisor()),
    async restart() {
      if (processTree(supervisor()).length) throw new Error('the product still runs: kill9() or end() it first')
      running = await launch()
    },
    end,
    async stop() {
      await end()
      rmSync(dataDir, { recursive: true, force: true })
    },
    output: () => printed,
  }
}
