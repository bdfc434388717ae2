import type { Knex } from 'knex'
import { limits } from '@anawim/lesson'
import { emit } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { storedText } from '../text.ts'
import { keepNow, removeVersions } from './keep-version.ts'
import { createVersionUpkeep, type VersionUpkeep } from './version-upkeep.ts'
import { selectVersions, type StoredStates, type VersionRow } from './version-row.ts'

/**
 * What was kept of lessons. Versions without a name come by themselves and are thinned with age (`versionsToDrop`); those with a
 * name stay, at most `limits.namedVersions` of a lesson. A version is always read beside its lesson: whoever may see
 * one lesson learns nothing of another by counting through ids.
 */
export interface VersionStore extends VersionUpkeep {
  /** The newest first. */
  list(lessonId: number): Promise<VersionRow[]>
  byId(lessonId: number, id: number): Promise<VersionRow | null>
  /** The canvas of that version. */
  states(lessonId: number, id: number): Promise<StoredStates | null>
  /**
   * Keeps the lesson as the log has it now, under that name. When just that state was kept by itself already, that version gets
   * the name and there is no second one. `too_many`: as many have names as may. null: there is no such lesson.
   */
  keep(
    lessonId: number,
    version: { name: string | null; authorId: number | null },
  ): Promise<VersionRow | 'too_many' | null>
  /** Names it, or names it anew; that makes a version stay. */
  rename(
    lessonId: number,
    id: number,
    version: { name: string; authorId: number | null },
  ): Promise<VersionRow | 'too_many' | null>
  /** false: there is none. */
  remove(lessonId: number, id: number): Promise<boolean>
}

export function createVersionStore(knex: Knex): VersionStore {
  const byId = async (db: Knex, lessonId: number, id: number) =>
    isRowId(lessonId) && isRowId(id) ? ((await selectVersions(db, lessonId, id))[0] ?? null) : null

  async function hasRoom(trx: Knex, lessonId: number): Promise<boolean> {
    // Two who name at the same moment take turns; the log and its compaction are not held up by this lock.
    await trx('lessons').where({ id: lessonId }).forNoKeyUpdate().first('id')
    const [counted] = await trx('lesson_versions')
      .where({ lesson_id: lessonId })
      .whereNotNull('name')
      .whereNull('removed_at')
      .count<{ count: string }[]>()
    return Number(counted?.count) < limits.namedVersions
  }

  const rename = async (trx: Knex, lessonId: number, before: VersionRow, name: string, authorId: number | null) => {
    if (before.name === null && !(await hasRoom(trx, lessonId))) return 'too_many'
    await trx('lesson_versions')
      .where({ id: before.id })
      .whereNull('removed_at')
      .update({ name: storedText(name), author_id: before.author?.id ?? authorId })
    return byId(trx, lessonId, before.id)
  }

  return {
    ...createVersionUpkeep(knex),
    list: async (lessonId) => (isRowId(lessonId) ? selectVersions(knex, lessonId) : []),
    byId: (lessonId, id) => byId(knex, lessonId, id),

    async states(lessonId, id) {
      if (!isRowId(lessonId) || !isRowId(id)) return null
      const row = await knex('lesson_versions')
        .where({ id, lesson_id: lessonId })
        .whereNull('removed_at')
        .first<{ packed: Buffer | null; states: Buffer[] } | undefined>('packed', 'states')
      return row ? { packed: row.packed, updates: row.states } : null
    },

    keep: (lessonId, { name, authorId }) =>
      knex.transaction(async (trx) => {
        if (!isRowId(lessonId)) return null
        const same = await sameState(trx, lessonId)
        const kept = same === null ? null : await byId(trx, lessonId, same)
        if (kept && name === null) return kept
        if (kept && name !== null) return rename(trx, lessonId, kept, name, authorId)
        if (name !== null && !(await hasRoom(trx, lessonId))) return 'too_many'
        const id = await keepNow(trx, lessonId, { name: name === null ? null : storedText(name), authorId })
        return id === null ? null : byId(trx, lessonId, id)
      }),

    rename: (lessonId, id, { name, authorId }) =>
      knex.transaction(async (trx) => {
        const before = await byId(trx, lessonId, id)
        return before && rename(trx, lessonId, before, name, authorId)
      }),

    remove: (lessonId, id) =>
      knex.transaction(async (trx) => {
        if (!isRowId(lessonId) || !isRowId(id)) return false
        const removed = await removeVersions(trx, lessonId, [id])
        if (removed > 0) await emit(trx, { type: 'version', lessonId })
        return removed > 0
      }),
  }
}

/** The version without a name that covers all of the log, if there is one. */
async function sameState(trx: Knex, lessonId: number): Promise<number | null> {
  const { rows } = await trx.raw<{ rows: { id: number }[] }>(
    `SELECT id FROM lesson_versions
     WHERE lesson_id = :lessonId AND name IS NULL AND removed_at IS NULL AND up_to_update_id = greatest(
       (SELECT max(last_update_id) FROM lesson_snapshots WHERE lesson_id = :lessonId),
       (SELECT max(id) FROM lesson_updates WHERE lesson_id = :lessonId), 0)
     ORDER BY id DESC LIMIT 1`,
    { lessonId },
  )
  return rows[0]?.id ?? null
}
