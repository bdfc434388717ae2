import type { Knex } from 'knex'
import { Client } from 'pg'
import { asAway } from './away.ts'
import { connect, connectionConfig } from './connect.ts'
import { migrations } from './migrations/index.ts'

/** The database has migrations that this code does not know: it was used by a newer version. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/** Advisory locks are numbers, one space a database: this one, and that of `locks.ts`. */
const MIGRATION_LOCK = 7_264_001

type Source = Knex.MigrationSource<(typeof migrations)[number]>

const source: Source = {
  getMigrations: () => Promise.resolve([...migrations]),
  getMigrationName: ({ name }) => name,
  getMigration: ({ migration }) => Promise.resolve({ ...migration, down: refuseToGoDown }),
}

/** knex asks for one; ours go upward only. */
function refuseToGoDown(): Promise<void> {
  return Promise.reject(new Error('migrations go upward only'))
}

/**
 * Brings the database's schema up to this code's; upward only, each migration in a transaction. Two that start at once
 * wait for each other on an advisory lock, which unlike knex' own lock table is gone when its holder is killed.
 */
export async function migrate(url: string): Promise<void> {
  const holder = new Client(connectionConfig(url, 'migrate'))
  const knex = connect(url, 'migrate', { poolMax: 1, statementTimeout: 0 })
  holder.on('error', () => {})
  try {
    await holder.connect()
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await refuseNewer(knex)
    await knex.migrate.forceFreeMigrationsLock()
    await knex.migrate.latest({ migrationSource: source })
  } catch (error) {
    throw asAway(error)
  } finally {
    await knex.destroy()
    await holder.end()
  }
}

/** The same inside the caller's transaction; up to those `names`, or all. */
export async function migrateIn(trx: Knex.Transaction, names?: readonly string[]): Promise<void> {
  const wanted = migrations.filter(({ name }) => names?.includes(name) ?? true)
  await trx.migrate.latest({ migrationSource: { ...source, getMigrations: () => Promise.resolve(wanted) } })
}

async function refuseNewer(knex: Knex): Promise<void> {
  if (!(await knex.schema.hasTable('knex_migrations'))) return
  const run: string[] = await knex('knex_migrations').orderBy('id').pluck('name')
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = run.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `The database is newer than this version of Anawim: it has been through ${unknown.join(', ')}, which this version does not know. Start the newer version, or restore a backup made by this one.`,
    )
  }
}
