import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'

export interface PackedSnapshot {
  /** The last row of the log that it covers. */
  lastId: string
  /** Of this snapshot alone: with when it was made, for a backup that was put back counts on from where it was. */
  tag: string
  /** Yjs v2, gzip. */
  packed: Uint8Array | null
  /** Yjs v1: what to pack. null when there is `packed`. */
  state: Uint8Array | null
}

/** A lesson's snapshot as editors download it. It is written by `UpdateLog.compact`; not on the log's connections, which joins must not hold up. */
export interface SnapshotStore {
  /**
   * null: no such lesson, or it has no snapshot. `unless`: a `tag`; when the snapshot is still that one, its bytes are left out.
   */
  packed(lessonId: number, unless?: string): Promise<PackedSnapshot | null>
  /** Keeps what was packed later, if that snapshot still stands. */
  setPacked(lessonId: number, lastId: string, packed: Uint8Array): Promise<void>
}

export function createSnapshotStore(knex: Knex): SnapshotStore {
  return {
    async packed(lessonId, unless = '') {
      if (!isRowId(lessonId)) return null
      const { rows } = await knex.raw<{ rows: PackedSnapshot[] }>(
        `SELECT last_update_id AS "lastId", tag,
           CASE WHEN tag <> :unless THEN packed END AS packed,
           CASE WHEN tag <> :unless AND packed IS NULL THEN state END AS state
         FROM lesson_snapshots,
           concat(last_update_id, '-', (extract(epoch FROM updated_at) * 1000000)::bigint) AS tag
         WHERE lesson_id = :lessonId`,
        { lessonId, unless },
      )
      return rows[0] ?? null
    },

    async setPacked(lessonId, lastId, packed) {
      await knex('lesson_snapshots')
        .where({ lesson_id: lessonId, last_update_id: lastId })
        .whereNull('packed')
        .update({ packed: Buffer.from(packed) })
    },
  }
}
