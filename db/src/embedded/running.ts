import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { DATABASE, pathsIn, readPassword, SUPERUSER } from './data-folder.ts'

/** The address of the embedded PostgreSQL that a running Anawim has on this data folder; null when none answers. */
export async function runningUrl(dataDir: string): Promise<string | null> {
  const paths = pathsIn(join(dataDir, 'postgres'))
  const lines = await readFile(join(paths.data, 'postmaster.pid'), 'utf8').catch(() => '')
  // PostgreSQL's own order: process id, data folder, start time, port.
  const port = Number(lines.split('\n')[3])
  if (!port) return null
  const url = `postgres://${SUPERUSER}:${await readPassword(paths.password)}@127.0.0.1:${port}/${DATABASE}`
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return url
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}
