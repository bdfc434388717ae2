/**
 * The embedded PostgreSQL: a real one, from an npm package, with a supervisor of our own. Here belongs what makes it run
 * under any account, start after any crash, and end with us. Nothing here knows what is kept in it.
 */
import { join } from 'node:path'
import { Client } from 'pg'
import type { Logger } from '../logger.ts'
import { startCluster } from './cluster.ts'
import { DATABASE } from './data-folder.ts'

export { AlreadyRunningError, EmbeddedError } from './errors.ts'
export { runningUrl } from './running.ts'

export interface EmbeddedPostgres {
  /** Stays the same when PostgreSQL has to be started again. */
  url: string
  /** The postmaster's process id; null while there is none. */
  pid(): number | null
  /** A fast shutdown; after 5 s an immediate one. Stop the servers first. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL under `<dataDir>/postgres`, on a free port of 127.0.0.1. When this process dies, it is stopped; when it dies
 * itself, it is started again. Throws AlreadyRunningError when another process has this folder.
 */
export async function startEmbedded(dataDir: string, log: Logger): Promise<EmbeddedPostgres> {
  const cluster = await startCluster(join(dataDir, 'postgres'), log)
  try {
    await ensureDatabase(cluster.urlOf('postgres'))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return { url: cluster.urlOf(DATABASE), pid: () => cluster.pid(), stop: () => cluster.stop() }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}
