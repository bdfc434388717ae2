import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { Client } from 'pg'
import { createLogger, DatabaseAwayError, migrate, NewerDatabaseError, openDatabase } from '@anawim/db'
import { migrations } from '../src/migrations/index.ts'

const DATABASE = `migrate_${process.pid}`
let url = ''

async function query<T extends object>(address: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  await query(inject('anawimCluster'), `CREATE DATABASE ${DATABASE}`)
  url = Object.assign(new URL(inject('anawimCluster')), { pathname: `/${DATABASE}` }).href
})
afterEach(() => query(inject('anawimCluster'), `DROP DATABASE ${DATABASE} WITH (FORCE)`))

const run = () => query<{ name: string }>(url, 'SELECT name FROM knex_migrations ORDER BY id')

test('the list holds every file of the folder, in the order of their numbers', () => {
  const files = readdirSync(new URL('../src/migrations', import.meta.url)).filter((name) => /^\d/.test(name))
  expect(migrations.map(({ name }) => name)).toEqual(files.toSorted())
})

test('an empty database goes through all of them, once, when many start at the same moment', async () => {
  await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)])
  await migrate(url)
  expect(await run()).toEqual(migrations.map(({ name }) => ({ name })))
})

test('one that was killed in the middle of migrating does not stop the next', async () => {
  await migrate(url)
  await query(url, 'UPDATE knex_migrations_lock SET is_locked = 1')
  await migrate(url)
  expect(await run()).toHaveLength(migrations.length)
})

test('a database that is newer than the code is refused, and left as it is', async () => {
  await migrate(url)
  await query(
    url,
    `INSERT INTO knex_migrations (name, batch, migration_time) VALUES ('9999-of-the-future.ts', 2, now())`,
  )
  await expect(migrate(url)).rejects.toThrow(NewerDatabaseError)
  await expect(migrate(url)).rejects.toThrow(/9999-of-the-future/)
  expect(await run()).toHaveLength(migrations.length + 1)
})

test('every foreign key has an index that begins with it', async () => {
  await migrate(url)
  const without = await query(
    url,
    `SELECT conrelid::regclass::text AS table, conname FROM pg_constraint c
     WHERE contype = 'f' AND NOT EXISTS (
       SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`,
  )
  expect(without).toEqual([])
})

test('the tables have the columns that other people’s queries know', async () => {
  await migrate(url)
  const columns = await query<{ name: string }>(
    url,
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  const names = new Set(columns.map(({ name }) => name))
  const promised = {
    users: 'id email hashed_password full_name is_admin is_active role created_at updated_at',
    lessons:
      'id title description thumbnail content level topic duration status is_public author_id template_id created_at updated_at published_at',
    templates: 'id name description thumbnail structure is_active created_by lesson_id created_at updated_at',
    media_assets:
      'id filename original_filename file_type mime_type file_size url width height duration uploaded_by created_at is_deleted',
  }
  const missing = Object.entries(promised).flatMap(([table, all]) =>
    all
      .split(' ')
      .map((column) => `${table}.${column}`)
      .filter((name) => !names.has(name)),
  )
  expect(missing).toEqual([])
})

test('a database that is away is told as such, by migrating and by opening', async () => {
  const nowhere = 'postgres://anawim:x@127.0.0.1:1/anawim'
  await expect(migrate(nowhere)).rejects.toThrow(DatabaseAwayError)
  const opening = openDatabase({ url: nowhere, dataDir: '/nonexistent', log: createLogger('test') })
  await expect(opening).rejects.toThrow(DatabaseAwayError)
})
