/**
 * For tests of every folder: a real database each, copied from a migrated template on the run's one cluster. Needs
 * `global-setup.ts` as vitest's globalSetup. Nothing here is for production.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database, type DatabaseOptions } from '../database.ts'
import { createLogger } from '../logger.ts'
import { TEMPLATE } from './global-setup.ts'

export interface TestDatabase {
  db: Database
  url: string
  dataDir: string
  close(): Promise<void>
}

const SOURCE_IN_USE = '55006'

/** A database of one's own, migrated and empty, with a data folder of its own. */
export async function testDatabase(options: Partial<DatabaseOptions> = {}): Promise<TestDatabase> {
  const clusterUrl = inject('anawimCluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  await copyTemplate(clusterUrl, name)
  const url = Object.assign(new URL(clusterUrl), { pathname: `/${name}` }).href
  const dataDir = await mkdtemp(join(tmpdir(), 'anawim-data-'))
  const db = await openDatabase({ url, dataDir, log: createLogger('test'), poolMax: 5, ...options })
  return {
    db,
    url,
    dataDir,
    async close() {
      await db.close()
      await onCluster(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Of two copies at once, one may have to wait for the other. */
async function copyTemplate(clusterUrl: string, name: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await onCluster(clusterUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
    } catch (error) {
      const isInUse = error instanceof Error && 'code' in error && error.code === SOURCE_IN_USE
      if (!isInUse || tries === 50) throw error
      await sleep(100)
    }
  }
}

async function onCluster(clusterUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: clusterUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
