import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { asAway } from '../away.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { connectionConfig } from '../connect.ts'
import { sha256, writeArchive, type ArchiveWriter } from './archive-writer.ts'
import { BackupError, explainFailure } from './backup-error.ts'
import { columnList, migrationsOf, sequencesOf, tableName, tablesOf, type Table } from './catalogue.ts'
import {
  FORMAT_VERSION,
  HEADER,
  leftOut,
  MANIFEST,
  MANIFEST_SUM,
  tablePartName,
  type Header,
  type Manifest,
} from './format.ts'
import { mediaInArchive, type MediaInArchive } from './media-in-archive.ts'

export interface BackUpOptions {
  url: string
  /** Where the uploaded files are. */
  blobs: BlobStore
  /** The file to be written; one of that name is replaced when the new one is whole. */
  path: string
  /** Ends it early; nothing is left behind then. */
  signal?: AbortSignal
}

/** What is in a backup. */
export interface BackupSummary {
  madeAt: Date
  /** Rows by table. */
  tables: { name: string; rows: number }[]
  mediaFiles: number
  /** Bytes of all that is in it. */
  bytes: number
}

const gzipped = promisify(gzip)
/** Bytes of a table, before compression, that are held in memory at a time. */
const PART = 4 * 1024 * 1024

/**
 * Writes everything that is kept into one file: all tables as they are at one moment, and the uploaded files. Whoever works goes on
 * undisturbed. Throws a BackupError in words for a person, or a DatabaseAwayError.
 */
export async function backUp({ url, blobs, path, signal }: BackUpOptions): Promise<BackupSummary> {
  const client = new Client(connectionConfig(url, 'backup'))
  client.on('error', () => {})
  let archive: ArchiveWriter | undefined
  let media: MediaInArchive | undefined
  try {
    await client.connect()
    archive = await writeArchive(path)
    const header = await describe(client)
    await archive.add(HEADER, asJson(header))
    media = await mediaInArchive(archive, blobs, signal)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    await refuseUpdated(client, header)
    await media.again()
    const tables: Manifest['tables'] = []
    for (const table of await tablesOf(client)) {
      const rows = leftOut.includes(table.name) ? 0 : await addTable(client, archive, table, signal)
      tables.push({ ...table, rows })
    }
    // Read last: a sequence may be ahead of the rows of this moment, never behind.
    const sequences = await sequencesOf(client)
    await client.query('COMMIT')
    await media.rest()
    const manifest: Manifest = { tables, sequences, files: [...archive.files] }
    await archive.add(MANIFEST, asJson(manifest))
    await archive.add(MANIFEST_SUM, Buffer.from(sha256(asJson(manifest))))
    await archive.finish()
    return summaryOf(header, manifest, media.count())
  } catch (error) {
    throw asAway(explainFailure(error, 'the backup', path))
  } finally {
    await archive?.abandon()
    await media?.release()
    await client.end().catch(() => {})
  }
}

async function describe(client: Client): Promise<Header> {
  const migrations = await migrationsOf(client)
  if (migrations.length === 0)
    throw new BackupError('There is nothing to back up: Anawim was never started on this database.')
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
  return {
    format: 'anawim backup',
    version: FORMAT_VERSION,
    madeAt: new Date().toISOString(),
    postgres: rows[0]?.version ?? '',
    documents: SCHEMA_VERSION,
    migrations,
  }
}

/** Its query is the first of the transaction, and so sets the moment. */
async function refuseUpdated(client: Client, { migrations }: Header): Promise<void> {
  if ((await migrationsOf(client)).join() === migrations.join()) return
  throw new BackupError('Anawim was updated while the backup was made. Take it once more.')
}

async function addTable(
  client: Client,
  archive: ArchiveWriter,
  table: Table,
  signal: AbortSignal | undefined,
): Promise<number> {
  const copy = client.query(copyTo(`COPY ${tableName(client, table.name)} (${columnList(client, table)}) TO STDOUT`))
  let held: Buffer[] = []
  let size = 0
  let part = 0
  const flush = async (bytes: Buffer) => {
    if (bytes.byteLength > 0) await archive.add(tablePartName(table.name, ++part), await gzipped(bytes))
  }
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    held.push(chunk)
    size += chunk.byteLength
    if (size < PART) continue
    signal?.throwIfAborted()
    const bytes = Buffer.concat(held)
    // COPY ends each row with a newline, and writes those inside of values otherwise: a part holds whole rows.
    const end = bytes.lastIndexOf('\n') + 1
    await flush(bytes.subarray(0, end))
    held = [bytes.subarray(end)]
    size = bytes.byteLength - end
  }
  await flush(Buffer.concat(held))
  return copy.rowCount
}

function summaryOf(header: Header, manifest: Manifest, mediaFiles: number): BackupSummary {
  const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0)
  const tables = manifest.tables.map(({ name, rows }) => ({ name, rows }))
  return { madeAt: new Date(header.madeAt), tables, mediaFiles, bytes }
}

function asJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}
