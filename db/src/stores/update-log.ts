import type { Knex } from 'knex'
import type { Client } from 'pg'
import { isRowId } from '../row-id.ts'
import { putClients, type LessonClient } from './client-store.ts'
import { keepSnapshot } from './keep-version.ts'

export interface NewUpdate {
  lessonId: number
  /** A Yjs update, v1. */
  update: Uint8Array
  authorId: number | null
  /** What this update makes known of client ids: durable with it, or not at all. */
  clients?: readonly LessonClient[] | undefined
}

/** What a document is built from. Ids are bigints, as decimal text. */
export interface LoadedLog {
  snapshot: Uint8Array | null
  /** Those that the snapshot does not hold, in the order of the log. */
  updates: { id: string; update: Uint8Array }[]
  /** The last row that `snapshot` and `updates` cover together; `0` when there never was one. */
  lastId: string
  /** The last row that `snapshot` covers: what `compact` builds on. `0` when it covers none. */
  baseId: string
}

export interface Compaction {
  /** Exactly the rows that `snapshot` has taken in since it was loaded. */
  mergedIds: string[]
  snapshot: Uint8Array
  /** The same state as Yjs v2, gzip: what editors download and versions keep. */
  packed?: Uint8Array | undefined
  /** The last row that `snapshot` covers. */
  lastId: string
  /** `baseId` of the load, or `lastId` of one's previous compaction: refused when another server compacted since. */
  baseId?: string | undefined
}

/** Another server compacted this lesson in between: load it again. Nothing was changed. */
export class CompactionConflictError extends Error {
  override name = 'CompactionConflictError'
}

export interface UpdateLog {
  /**
   * Durable when it resolves; all rows or none, in the order given. Answers their ids, in that order, growing.
   * Throws DatabaseAwayError when it cannot be known whether they were written: append them again, Yjs takes no harm.
   */
  append(rows: readonly NewUpdate[]): Promise<string[]>
  /** Snapshot and log of one moment; null when there is no such lesson. */
  load(lessonId: number): Promise<LoadedLog | null>
  /**
   * Puts the snapshot in the place of the rows it has taken in, in one transaction. The one that it replaces becomes a version, when
   * none was kept around the time it is of.
   */
  compact(lessonId: number, compaction: Compaction): Promise<void>
}

/**
 * One statement: the identity column is asked row by row in the order of `place`, so ids grow in the order given.
 * (PostgreSQL evaluates an INSERT … SELECT … ORDER BY in that order.)
 */
const APPEND = `
  INSERT INTO lesson_updates (lesson_id, update, author_id)
  SELECT lesson_id, update, author_id
  FROM unnest($1::integer[], $2::bytea[], $3::integer[]) WITH ORDINALITY AS rows (lesson_id, update, author_id, place)
  ORDER BY place
  RETURNING id`

/** Those who wrote the rows that are merged, as far as no version tells of them yet. */
const TAKE_ROWS = `
  WITH taken AS (DELETE FROM lesson_updates WHERE lesson_id = :lessonId AND id = ANY(CAST(:ids AS bigint[])) RETURNING id, author_id),
       told AS (SELECT coalesce(max(up_to_update_id), -1) AS id FROM lesson_versions WHERE lesson_id = :lessonId)
  SELECT count(*)::integer AS removed,
    coalesce(array_agg(DISTINCT author_id) FILTER (WHERE author_id IS NOT NULL AND taken.id > (SELECT id FROM told)), '{}') AS "editorIds",
    (SELECT id FROM told) AS told
  FROM taken`

/** `versionMinutes`: least time between two versions that compacting keeps of a lesson. */
export function createUpdateLog(knex: Knex, versionMinutes: number): UpdateLog {
  return {
    async append(rows) {
      if (rows.length === 0) return []
      const clients = rows.flatMap((row) =>
        (row.clients ?? []).map((client) => ({ ...client, lessonId: row.lessonId })),
      )
      if (clients.length === 0) return appendRows(knex, rows)
      return knex.transaction(async (trx) => {
        await putClients(trx, clients)
        return appendRows(trx, rows)
      })
    },

    load: (lessonId) =>
      knex.transaction(
        async (trx) => {
          if (!isRowId(lessonId)) return null
          const lesson = await trx('lessons').where({ id: lessonId }).first<{ id: number } | undefined>('id')
          if (!lesson) return null
          const snapshot = await trx('lesson_snapshots')
            .where({ lesson_id: lessonId })
            .first<{ state: Buffer; last_update_id: string } | undefined>('state', 'last_update_id')
          const updates = await trx('lesson_updates')
            .where({ lesson_id: lessonId })
            .orderBy('id')
            .select<{ id: string; update: Buffer }[]>('id', 'update')
          const baseId = snapshot?.last_update_id ?? '0'
          return { snapshot: snapshot?.state ?? null, updates, lastId: later(baseId, updates.at(-1)?.id), baseId }
        },
        { isolationLevel: 'repeatable read', readOnly: true },
      ),

    compact: (lessonId, { mergedIds, snapshot, packed, lastId, baseId }) =>
      knex.transaction(async (trx) => {
        const before = await trx('lesson_snapshots')
          .where({ lesson_id: lessonId })
          .forUpdate()
          .first<{ last_update_id: string; editor_ids: number[] } | undefined>('last_update_id', 'editor_ids')
        if (before) await keepSnapshot(trx, lessonId, versionMinutes)
        const { removed, editorIds, told } = await takeRows(trx, lessonId, mergedIds)
        const isOnOther = baseId !== undefined && baseId !== (before?.last_update_id ?? '0')
        if (removed !== mergedIds.length || isOnOther) {
          throw new CompactionConflictError(`lesson ${lessonId} was compacted by another server`)
        }
        const isUntold = before !== undefined && BigInt(before.last_update_id) > BigInt(told)
        await trx('lesson_snapshots')
          .insert({
            lesson_id: lessonId,
            state: asBuffer(snapshot),
            packed: packed ? asBuffer(packed) : null,
            last_update_id: lastId,
            editor_ids: [...new Set([...(isUntold ? before.editor_ids : []), ...editorIds])],
            updated_at: trx.fn.now(),
          })
          .onConflict('lesson_id')
          .merge()
      }),
  }
}

/** Deletes exactly these rows. Answers how many there were, and who wrote what no version tells of. */
async function takeRows(
  trx: Knex,
  lessonId: number,
  ids: string[],
): Promise<{ removed: number; editorIds: number[]; told: string }> {
  const { rows } = await trx.raw<{ rows: { removed: number; editorIds: number[]; told: string }[] }>(TAKE_ROWS, {
    lessonId,
    ids,
  })
  return rows[0] ?? { removed: 0, editorIds: [], told: '-1' }
}

/** As pg takes it, past knex: the one statement that runs all the time costs more to build anew than to run. */
async function appendRows(knex: Knex, rows: readonly NewUpdate[]): Promise<string[]> {
  const connection: Client = await knex.client.acquireConnection()
  try {
    const { rows: written } = await connection.query<{ id: string }>({
      // Prepared once a connection.
      name: 'append updates',
      text: APPEND,
      values: [
        rows.map((row) => row.lessonId),
        rows.map((row) => asBuffer(row.update)),
        rows.map((row) => row.authorId),
      ],
    })
    return written.map(({ id }) => id)
  } finally {
    await knex.client.releaseConnection(connection)
  }
}

/** pg writes Buffers as bytea, and other byte arrays as something else. No copy is made. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function later(a: string, b: string | undefined): string {
  return b !== undefined && BigInt(b) > BigInt(a) ? b : a
}
