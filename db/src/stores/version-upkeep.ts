import type { Knex } from 'knex'
import { keepNow } from './keep-version.ts'
import type { StoredStates } from './version-row.ts'

/** What the jobs do to versions while nobody looks. */
export interface VersionUpkeep {
  /** Keeps the lesson as it is now, unless some version covers all of its log. */
  keepAutomatic(lessonId: number): Promise<void>
  /** Lessons whose last edits are in no version yet. */
  needingVersion(limit: number): Promise<number[]>
  /** Lessons with versions that have no picture yet, or that were removed and still have one. */
  needingUpkeep(limit: number): Promise<number[]>
  /** The next version of this lesson whose picture was never drawn. */
  undrawn(lessonId: number): Promise<({ id: number } & StoredStates) | null>
  /**
   * The picture (null: there is nothing to see, or it cannot be drawn), and the canvas in its packed form, which takes the place of
   * what was copied; without it the canvas stays as it is. false: it was removed meanwhile, and nobody needs the picture.
   */
  setDrawn(id: number, drawn: { thumbnail: string | null; packed: Uint8Array | null }): Promise<boolean>
  /** Versions of this lesson that were removed, with the pictures to delete. */
  removed(lessonId: number): Promise<{ id: number; thumbnail: string | null }[]>
  /** Deletes the rows of removed versions. */
  forget(ids: readonly number[]): Promise<void>
}

/** Edits that no version covers. A lesson that was never edited is as it was made. */
const UNCOVERED = `projected_update_id > (
  SELECT coalesce(max(up_to_update_id), 0) FROM lesson_versions v WHERE v.lesson_id = lessons.id)`

export function createVersionUpkeep(knex: Knex): VersionUpkeep {
  return {
    keepAutomatic: (lessonId) =>
      knex.transaction(async (trx) => {
        const isWanted = await trx('lessons').where({ id: lessonId }).whereRaw(UNCOVERED).first('id')
        if (isWanted) await keepNow(trx, lessonId, { name: null, authorId: null })
      }),

    needingVersion: (limit) =>
      knex('lessons').whereRaw(UNCOVERED).orderBy('updated_at').limit(limit).pluck<number[]>('id'),

    needingUpkeep: (limit) =>
      knex('lesson_versions')
        .whereRaw('drawn_at IS NULL OR removed_at IS NOT NULL')
        .distinct('lesson_id')
        .limit(limit)
        .pluck<number[]>('lesson_id'),

    async undrawn(lessonId) {
      const row = await knex('lesson_versions')
        .where({ lesson_id: lessonId })
        .whereRaw('drawn_at IS NULL AND removed_at IS NULL')
        .orderBy('id')
        .first<{ id: number; packed: Buffer | null; states: Buffer[] } | undefined>('id', 'packed', 'states')
      return row ? { id: row.id, packed: row.packed, updates: row.states } : null
    },

    async setDrawn(id, { thumbnail, packed }) {
      const drawn = await knex('lesson_versions')
        .where({ id })
        .whereNull('removed_at')
        .update({
          thumbnail,
          drawn_at: knex.fn.now(),
          ...(packed ? { packed: Buffer.from(packed), states: knex.raw(`'{}'`) } : {}),
        })
      return drawn > 0
    },

    removed: (lessonId) =>
      knex('lesson_versions').where({ lesson_id: lessonId }).whereNotNull('removed_at').select('id', 'thumbnail'),

    async forget(ids) {
      await knex('lesson_versions')
        .whereIn('id', [...ids])
        .whereNotNull('removed_at')
        .delete()
    },
  }
}
