import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'

/** An update that was refused, or repaired: whose, why, and what it was. */
export interface QuarantinedUpdate {
  lessonId: number
  /** Who sent it. */
  userId: number | null
  /** What the sender was told, such as `malformed`; `repaired` when it was accepted, and set right. */
  code: string
  update: Uint8Array
}

export interface QuarantinedRow {
  /** A bigint, as decimal text. */
  id: string
  userId: number | null
  code: string
  /** Bytes that it had. */
  size: number
  /** Null: too many to be kept. */
  update: Uint8Array | null
  createdAt: Date
}

export interface QuarantineStore {
  /** Keeps the newest `rows` of each lesson, person and code: nobody pushes out what another sent, nor what is of another kind. The bytes of those that have at most `bytes`. */
  keep(refused: QuarantinedUpdate, limits: { rows: number; bytes: number }): Promise<void>
  /** The newest first. */
  list(lessonId: number): Promise<QuarantinedRow[]>
}

const KEEP = `
  WITH kept AS (
    INSERT INTO lesson_quarantine (lesson_id, user_id, code, size, update)
    SELECT id, (SELECT id FROM users WHERE id = :userId), :code, :size, :update FROM lessons WHERE id = :lessonId
  )
  DELETE FROM lesson_quarantine WHERE id IN (
    SELECT q.id FROM lesson_quarantine q LEFT JOIN users u ON u.id = :userId
    WHERE q.lesson_id = :lessonId AND q.code = :code AND q.user_id IS NOT DISTINCT FROM u.id
    ORDER BY q.id DESC OFFSET :others)`

export function createQuarantineStore(knex: Knex): QuarantineStore {
  return {
    async keep({ lessonId, userId, code, update }, { rows, bytes }) {
      const size = update.byteLength
      const kept = size <= bytes ? Buffer.from(update.buffer, update.byteOffset, size) : null
      // The row that is being written is not seen by the DELETE beside it: the others are one fewer.
      const others = Math.max(0, rows - 1)
      await knex.raw(KEEP, { lessonId, userId, code, size, update: kept, others })
    },

    async list(lessonId) {
      if (!isRowId(lessonId)) return []
      const rows = await knex('lesson_quarantine')
        .where({ lesson_id: lessonId })
        .orderBy('id', 'desc')
        .select<
          { id: string; user_id: number | null; code: string; size: number; update: Buffer | null; created_at: Date }[]
        >('id', 'user_id', 'code', 'size', 'update', 'created_at')
      return rows.map(({ user_id: userId, created_at: createdAt, ...row }) => ({ ...row, userId, createdAt }))
    },
  }
}
