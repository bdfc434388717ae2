import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { versionsToDrop, type Thinnable } from './thin-versions.ts'

/** The last row of the log that a version of the lesson covers; -1: there is none. Rows up to it have been told of. */
const TOLD = `(SELECT coalesce(max(up_to_update_id), -1) FROM lesson_versions WHERE lesson_id = l.id) AS told`

/** Who edited since the last version: those whose rows the snapshot took in since, and those of the rows after it. */
const EDITORS = `array(
  SELECT unnest(s.editor_ids) WHERE s.last_update_id > told
  UNION SELECT author_id FROM lesson_updates WHERE lesson_id = l.id AND id > told AND author_id IS NOT NULL)`

/** One statement, so all of it is of one moment, and nothing is decoded: the bytes are copied inside the database. */
const KEEP = `
  INSERT INTO lesson_versions (lesson_id, name, author_id, editor_ids, up_to_update_id, packed, states)
  SELECT l.id, ?, ?::integer, ${EDITORS}, up_to, s.packed,
    array(SELECT s.state WHERE s.packed IS NULL AND s.state IS NOT NULL)
      || array(SELECT update FROM lesson_updates WHERE lesson_id = l.id ORDER BY id)
  FROM (SELECT id, ${TOLD},
          greatest((SELECT max(last_update_id) FROM lesson_snapshots WHERE lesson_id = l.id),
                   (SELECT max(id) FROM lesson_updates WHERE lesson_id = l.id), 0) AS up_to
        FROM lessons l WHERE id = ?) l
  LEFT JOIN lesson_snapshots s ON s.lesson_id = l.id
  RETURNING id`

/** Keeps the lesson as the log has it now. Answers the version's id; null when there is no such lesson. */
export async function keepNow(
  trx: Knex,
  lessonId: number,
  { name, authorId }: { name: string | null; authorId: number | null },
): Promise<number | null> {
  const { rows } = await trx.raw<{ rows: { id: number }[] }>(KEEP, [name, authorId, lessonId])
  if (!rows[0]) return null
  await afterKeeping(trx, lessonId)
  return rows[0].id
}

const KEEP_SNAPSHOT = `
  INSERT INTO lesson_versions (lesson_id, editor_ids, up_to_update_id, packed, states, created_at)
  SELECT lesson_id, editor_ids, last_update_id, packed, array(SELECT state WHERE packed IS NULL), updated_at
  FROM lesson_snapshots s
  WHERE lesson_id = :lessonId AND NOT EXISTS (
    SELECT FROM lesson_versions v WHERE v.lesson_id = s.lesson_id AND (
      v.up_to_update_id = s.last_update_id
      OR v.name IS NULL AND v.removed_at IS NULL
         AND v.created_at > s.updated_at - :minutes * interval '1 minute'
         AND v.created_at < s.updated_at + :minutes * interval '1 minute'))
  RETURNING id`

/**
 * Keeps the snapshot that is about to be replaced, as it stood when it was made; not when there is a version of that time, within
 * so many minutes.
 */
export async function keepSnapshot(trx: Knex, lessonId: number, minutes: number): Promise<void> {
  const { rows } = await trx.raw<{ rows: { id: number }[] }>(KEEP_SNAPSHOT, { lessonId, minutes })
  if (rows.length > 0) await afterKeeping(trx, lessonId)
}

/** Thins those that nobody named, and tells the jobs that there is a version to draw and perhaps some to clear away. */
async function afterKeeping(trx: Knex, lessonId: number): Promise<void> {
  const automatic = await trx('lesson_versions')
    .where({ lesson_id: lessonId })
    .whereNull('name')
    .whereNull('removed_at')
    .select<Thinnable[]>({ id: 'id', createdAt: 'created_at' })
  await removeVersions(trx, lessonId, versionsToDrop(automatic, new Date()))
  await emit(trx, { type: 'version', lessonId })
}

/** Nobody sees them from now on, and their bytes are gone; the jobs delete picture and row. */
export async function removeVersions(trx: Knex, lessonId: number, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  return trx('lesson_versions')
    .where({ lesson_id: lessonId })
    .whereIn('id', [...ids])
    .whereNull('removed_at')
    .update({ removed_at: trx.fn.now(), packed: null, states: trx.raw(`'{}'`) })
}
