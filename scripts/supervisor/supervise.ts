/**
 * The process that starts everything and outlives it: PostgreSQL first, then the parts, and in ending the other way round. It holds no
 * connection and serves nothing, so that nothing can make it fall.
 */
import { readDbConfig } from '@anawim/db'
import { ensurePortIsFree } from './listen.ts'
import { readSupervisorConfig } from './config.ts'
import { dataFolder, provideDatabase, type RunningDatabase } from './database.ts'
import { explain } from './explain.ts'
import { createPart, type Part } from './part.ts'
import { prepare, type NewAdmin } from './prepare.ts'
import { ensureWebBuilt } from './web-build.ts'
import { addressesOf, welcomeBox } from './welcome.ts'

/** Milliseconds that the parts have to save and close; PostgreSQL needs little after them. */
const PATIENCE = 8_500

export interface Running {
  databaseUrl: string
  dataDir: string
  port: number
  host: string
  admin: NewAdmin | undefined
  parts: readonly Part[]
}

export interface SuperviseOptions {
  /** Development: no build, parts are tried for ever, and `whenRunning` says where to go. */
  isDevelopment?: boolean
  /** Called when everything works; what it answers is closed first when the product ends. */
  whenRunning?: (running: Running) => Promise<(() => Promise<void>) | void>
}

/** Runs the product until a signal, the death of who started us, or something hopeless. Ends this process. */
export async function supervise({ isDevelopment = false, whenRunning }: SuperviseOptions = {}): Promise<void> {
  const ending = new AbortController()
  const parts: Part[] = []
  let database: RunningDatabase | undefined
  let closeMore: (() => Promise<void>) | void

  const end = async (code: number) => {
    if (ending.signal.aborted) return
    ending.abort()
    await closeMore?.()
    await Promise.all(parts.map((part) => part.stop(PATIENCE)))
    await database?.stop()
    process.exit(code)
  }
  const giveUp = (message: string) => {
    if (!ending.signal.aborted) console.error(`\n${message}\n`)
    void end(1)
  }
  // Several reach us for one Ctrl-C: from the terminal and through npm. The first one counts.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  process.on('disconnect', () => void end(0))

  try {
    const { port, host } = readSupervisorConfig(process.env)
    const dbConfig = readDbConfig(process.env)
    const dataDir = dataFolder(dbConfig)
    database = await provideDatabase(dbConfig)
    await ensurePortIsFree(port, host)
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      ANAWIM_DATA_DIR: dataDir,
      // On a terminal people read what is wrong; a file or a collector gets everything.
      LOG_LEVEL: process.env['LOG_LEVEL'] || (process.stdout.isTTY ? 'warn' : 'info'),
    }
    const isBuilt = isDevelopment || process.env['WEB_DIST'] ? undefined : ensureWebBuilt(console.log, ending.signal)
    const [admin] = await Promise.all([prepare(env, ending.signal), isBuilt])
    if (ending.signal.aborted) return

    const onHopeless = isDevelopment ? {} : { onHopeless: giveUp }
    const server = createPart({ name: 'server', env, ...onHopeless })
    const jobs = createPart({ name: 'jobs', env })
    parts.push(server, jobs)
    const [{ port: reached = port }] = await Promise.all([server.start(), jobs.start()])

    const running = { databaseUrl: database.url, dataDir, port: reached, host, admin, parts }
    if (whenRunning) closeMore = await whenRunning(running)
    else announce(running, { server: server.pid(), jobs: jobs.pid(), postgres: database.pid() })
  } catch (error) {
    giveUp(explain(error))
  }
}

/** Tells people where to go, and whoever started us with a channel also which processes there are. */
function announce({ port, host, dataDir, admin }: Running, pids: Record<string, number | null | undefined>): void {
  const notes: [string, string][] = [['Data', dataDir]]
  if (admin) notes.push(['First admin', admin.email])
  if (admin?.password) notes.push(['Password', `${admin.password}   (shown only now: write it down)`])
  console.log(`\n${welcomeBox({ port, host, notes })}\n`)
  process.send?.({ type: 'running', port, addresses: addressesOf(port, host), pids })
}
