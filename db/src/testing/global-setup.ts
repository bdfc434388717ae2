import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startCluster, type Cluster } from '../embedded/cluster.ts'
import { createLogger } from '../logger.ts'
import { migrate } from '../migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's cluster: its maintenance database. */
    anawimCluster: string
  }
}

/** Has been migrated; every test's database is a copy of it. */
export const TEMPLATE = 'anawim_template'

interface Shared {
  users: number
  cluster: Promise<{ cluster: Cluster; folder: string }>
}

const PREFIX = 'anawim-test-'
const DAY = 24 * 60 * 60_000

/** Several projects of one run load this file anew; what they share has to stand outside of it. */
const shared = globalThis as { anawimTestCluster?: Shared | undefined }

/** vitest's globalSetup: one cluster a run, quick because nothing of it has to survive. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mine = (shared.anawimTestCluster ??= { users: 0, cluster: start() })
  mine.users++
  const { cluster, folder } = await mine.cluster
  project.provide('anawimCluster', cluster.urlOf('postgres'))
  return async () => {
    if (--mine.users > 0) return
    shared.anawimTestCluster = undefined
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function start(): Promise<{ cluster: Cluster; folder: string }> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  const cluster = await startCluster(join(folder, 'postgres'), createLogger('test postgres'), {
    initArgs: ['--no-sync'],
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  try {
    await makeTemplate(cluster)
  } catch (error) {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return { cluster, folder }
}

async function makeTemplate(cluster: Cluster): Promise<void> {
  const client = new Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`)
  } finally {
    await client.end()
  }
  await migrate(cluster.urlOf(TEMPLATE))
}

/** What runs that were killed have left, a day ago and earlier. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(tmpdir(), name)
    const age = Date.now() - (await stat(folder).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (age > DAY) await rm(folder, { recursive: true, force: true })
  }
}
