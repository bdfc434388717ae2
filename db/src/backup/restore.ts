import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import type { Knex } from 'knex'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { asAway } from '../away.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { connect } from '../connect.ts'
import { createLocks } from '../locks.ts'
import { migrateIn } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { entriesOf, readAll, verifyArchive } from './archive-reader.ts'
import { BackupError, explainFailure } from './backup-error.ts'
import type { BackupSummary } from './back-up.ts'
import { columnList, foreignKeysOf, migrationsOf, tableName, tablesOf } from './catalogue.ts'
import { kindOf, leftOut, type Header, type Manifest } from './format.ts'

export interface RestoreOptions {
  url: string
  /** Where the uploaded files go: any store, whichever they came from. */
  blobs: BlobStore
  path: string
  /**
   * Everything that the database and the store hold now goes, in the moment in which the backup is in its place. Without it no file goes:
   * a store may be another server's as well.
   */
  replaces?: boolean
}

/**
 * Puts a backup into an empty database. The file is verified first; then all happens in one transaction, so that the database is as
 * before or as in the backup and never between. Refuses while a server uses it. Throws a BackupError in words for a person.
 */
export async function restore({ url, blobs, path, replaces = false }: RestoreOptions): Promise<BackupSummary> {
  let knex: Knex | undefined
  let release: (() => Promise<void>) | undefined
  const addedFiles: string[] = []
  try {
    const { header, manifest } = await verifyArchive(path)
    refuseNewer(path, header)
    const lock = await createLocks(url).holdCollabLock(() => {})
    if (lock === 'taken') throw new BackupError('A server is using this database. Stop it first.')
    release = () => lock.release()
    knex = connect(url, 'restore', { poolMax: 1, statementTimeout: 0 })
    const before = new Set<string>()
    for await (const { path: name } of blobs.list()) before.add(name)
    await knex.transaction(async (trx) => {
      const client: Client = await trx.client.acquireConnection()
      await makeRoom(client, replaces)
      await migrateIn(trx, header.migrations)
      await fill(client, path, manifest, async (name, bytes, size) => {
        if (!before.has(name)) addedFiles.push(name)
        await blobs.writeStream(name, bytes, size)
      })
      await migrateIn(trx)
    })
    // From here on rows name them.
    addedFiles.length = 0
    await knex.raw('ANALYZE')
    const kept = new Set(manifest.files.flatMap(({ name }) => mediaOf(name)))
    if (replaces) await removeOthers(blobs, before, kept)
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0)
    const tables = manifest.tables.map(({ name, rows }) => ({ name, rows }))
    return { madeAt: new Date(header.madeAt), tables, mediaFiles: kept.size, bytes }
  } catch (error) {
    throw asAway(explainFailure(error, 'what is restored', path))
  } finally {
    await removeAdded(blobs, addedFiles)
    await knex?.destroy()
    await release?.()
  }
}

/** Of a restore that has failed. A bucket that went away keeps them, and no row names them. */
async function removeAdded(blobs: BlobStore, paths: readonly string[]): Promise<void> {
  try {
    for (const path of paths) await blobs.remove(path)
  } catch {}
}

async function removeOthers(blobs: BlobStore, before: Set<string>, kept: Set<string>): Promise<void> {
  try {
    for (const path of before) if (!kept.has(path)) await blobs.remove(path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new BackupError(`The backup is restored, but not all older files could be removed: ${reason}`, { cause })
  }
}

function refuseNewer(path: string, header: Header): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = header.migrations.filter((name) => !known.has(name))
  if (unknown.length === 0 && header.documents <= SCHEMA_VERSION) return
  throw new BackupError(
    `${path} was made by a newer version of Anawim${unknown.length > 0 ? ` (it has been through ${unknown.join(', ')})` : ''}: restore it with that version.`,
  )
}

/** Leaves a database that has never been used. */
async function makeRoom(client: Client, replaces: boolean): Promise<void> {
  const tables = await tablesOf(client)
  const isOurs = (await migrationsOf(client)).includes(migrations[0]?.name ?? '')
  if (tables.length > 0 && !isOurs) {
    throw new BackupError('The database holds tables that are not of Anawim. Restore into a database of its own.')
  }
  for (const { name } of tables) {
    if (replaces || leftOut.includes(name)) continue
    const { rowCount } = await client.query(`SELECT FROM ${tableName(client, name)} LIMIT 1`)
    if (rowCount === 0) continue
    throw new BackupError(
      'The database is not empty. To throw away what it holds and put the backup in its place, add --replace.',
    )
  }
  if (!isOurs) return
  // The queue of the jobs process goes too: it is made anew, and finds by itself what is to be done.
  await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await client.query('GRANT USAGE ON SCHEMA public TO PUBLIC')
}

async function fill(
  client: Client,
  path: string,
  manifest: Manifest,
  writeMedia: (name: string, bytes: AsyncIterable<Buffer>, size: number) => Promise<void>,
): Promise<void> {
  // Tables refer to one another in circles: the constraints come back, and are checked, when all rows are there.
  const keys = await foreignKeysOf(client)
  for (const { table, name } of keys) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`)
  }
  // What triggers made of the rows is in the backup itself.
  for (const table of manifest.tables)
    await client.query(`ALTER TABLE ${tableName(client, table.name)} DISABLE TRIGGER USER`)
  const known = new Map(manifest.tables.map((table) => [table.name, table]))
  const rows = new Map<string, number>()
  for await (const { name, size, bytes } of entriesOf(path)) {
    const kind = kindOf(name)
    const table = kind && 'table' in kind ? known.get(kind.table) : undefined
    if (table) {
      const copy = client.query(
        copyFrom(`COPY ${tableName(client, table.name)} (${columnList(client, table)}) FROM STDIN`),
      )
      await pipeline(bytes, createGunzip(), copy)
      rows.set(table.name, (rows.get(table.name) ?? 0) + copy.rowCount)
    } else if (kind && 'media' in kind) {
      await writeMedia(kind.media, bytes, size)
    } else {
      await readAll(bytes)
    }
  }
  for (const { name, rows: wanted } of manifest.tables) {
    if ((rows.get(name) ?? 0) !== wanted) throw new BackupError(`${path}: ${name} has not as many rows as it should.`)
  }
  for (const { name, last } of manifest.sequences) {
    await client.query('SELECT setval($1::regclass, $2)', [tableName(client, name), last])
  }
  for (const table of manifest.tables)
    await client.query(`ALTER TABLE ${tableName(client, table.name)} ENABLE TRIGGER USER`)
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`)
  }
}

function mediaOf(name: string): string[] {
  const kind = kindOf(name)
  return kind && 'media' in kind ? [kind.media] : []
}
