/**
 * The inside of a process that the supervisor starts: a part of the product opens the database, does its work, and ends when it is told
 * to or when the supervisor is no more.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { createLogger, openDatabaseFromEnvironment, type Database, type Logger } from '@anawim/db'
import { explain } from './explain.ts'

/** How long the database has to close its connections, in ms. */
const DATABASE_WAIT = 2_000

/** What a part is given. `databaseUrl` is the database of `db`. */
export interface PartContext {
  db: Database
  databaseUrl: string
  log: Logger
}

/** What a part tells the supervisor. `port` is the server's. */
export type PartMessage =
  | { type: 'ready'; port?: number }
  | { type: 'failed'; message: string }
  | { type: 'admin'; email: string; password: string | null }

/** Tells the supervisor, when there is one. */
export function tell(message: PartMessage): void {
  process.send?.(message)
}

/**
 * Runs a part for the life of this process: `start` resolves when it works, with how to close it. SIGTERM, and the death of the
 * supervisor, close it; a Ctrl-C is left to the supervisor, who decides the order.
 */
export async function runPart(
  name: string,
  start: (context: PartContext) => Promise<{ port?: number; close(): Promise<void> }>,
): Promise<void> {
  let isStopping = false
  let close = (): Promise<void> => Promise.resolve()
  const stop = () => {
    if (isStopping) return
    isStopping = true
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`${name} did not close cleanly:`, error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => {})
  process.on('SIGHUP', () => {})
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)

  try {
    const context = await openContext(name)
    // A silent database does not answer a farewell either.
    const closeDatabase = () => Promise.race([context.db.close(), delay(DATABASE_WAIT)])
    close = closeDatabase
    const part = await start(context)
    close = async () => {
      await part.close()
      await closeDatabase()
    }
    // Told to stop while it was starting: what was open then is closed, the rest goes with the process.
    if (isStopping) return
    tell({ type: 'ready', ...(part.port !== undefined && { port: part.port }) })
  } catch (error) {
    if (isStopping) return
    fail(name, error)
  }
}

/** Opens the database that the environment names. The caller closes it. */
export async function openContext(name: string): Promise<PartContext> {
  const log = createLogger(name)
  const { db, url } = await openDatabaseFromEnvironment(process.env, log)
  return { db, databaseUrl: url, log }
}

/** Ends this process with 1, after the supervisor has been told why in words for a person. */
export function fail(name: string, error: unknown): void {
  const message = explain(error)
  if (!process.send) {
    console.error(`${name}: ${message}`)
    process.exit(1)
  }
  process.send({ type: 'failed', message } satisfies PartMessage, () => process.exit(1))
}
