import type { LessonContent } from '@anawim/lesson'
import type { Knex } from 'knex'
import { CHANNEL, emit, notification } from '../events.ts'
import { groupWrites } from './group-writes.ts'

/** What is computed from a lesson's canvas and kept beside it: its JSON and its thumbnail. */
export interface ProjectionStore {
  /**
   * The JSON of the log up to that row; bytes are its text in UTF-8, as `JSON.stringify` makes it. Moves `updatedAt` and says `content` only when
   * the JSON is not the same.
   */
  writeProjection(id: number, content: LessonContent | Uint8Array, upToUpdateId: string): Promise<void>
  /** Lessons whose log is newer than their JSON, those in the trash too. */
  needingProjection(): Promise<number[]>
  /**
   * The thumbnail of the canvas up to that row; null: it shows nothing worth a picture. Answers the address that nobody needs any more: the previous one, or
   * `url` itself when a newer thumbnail was there first. Moves no revision: a picture that the server drew must not refuse a change
   * that a person makes with If-Match.
   */
  setThumbnail(id: number, url: string | null, contentUpdateId: string): Promise<string | null>
  /** Lessons whose thumbnail is not of their JSON, the longest unchanged first. */
  needingThumbnail(limit: number): Promise<number[]>
}

interface Projection {
  id: number
  json: Buffer
  upToUpdateId: string
}

/** What one statement writes at most. */
const MOST = { items: 50, bytes: 1024 * 1024 }

/** Of each its JSON, and what to say of it. Answers those that were changed. */
function writeStatement(count: number): string {
  const rows = Array.from({ length: count }, () => '(?::integer, ?::json, ?::bigint, ?::text)').join(', ')
  return `
  WITH written AS (
    UPDATE lessons SET content = given.content, projected_update_id = given.up_to, revision = revision + 1, updated_at = now()
    FROM (VALUES ${rows}) AS given (lesson_id, content, up_to, said)
    WHERE id = given.lesson_id AND projected_update_id <= given.up_to AND lessons.content::text <> given.content::text
    RETURNING id, given.said)
  SELECT id, pg_notify(?, said) FROM written`
}

export function createProjectionStore(knex: Knex): ProjectionStore {
  /** Every lesson that is edited is written so once a second or two: together with the others. */
  const write = groupWrites<Projection>({
    rowOf: ({ id }) => id,
    most: MOST,
    sizeOf: ({ json }) => json.byteLength,
    async write(projections) {
      const values = projections.flatMap(({ id, json, upToUpdateId }) => {
        const [, said] = notification({ type: 'content', lessonId: id })
        return [id, json, upToUpdateId, said]
      })
      const statement = writeStatement(projections.length)
      const { rows } = await knex.raw<{ rows: { id: number }[] }>(statement, [...values, CHANNEL])
      return new Set(rows.map(({ id }) => id))
    },
  })

  return {
    async writeProjection(id, content, upToUpdateId) {
      // As bytes it is sent without another conversion, and only once.
      const json = content instanceof Uint8Array ? asBuffer(content) : Buffer.from(JSON.stringify(content))
      if (await write({ id, json, upToUpdateId })) return
      // The same canvas after all (a change and its undo): remembered, and said to nobody. Its thumbnail stays good.
      await knex('lessons')
        .where({ id })
        .where('projected_update_id', '<', upToUpdateId)
        .update({
          projected_update_id: upToUpdateId,
          thumbnail_update_id: knex.raw(
            'CASE WHEN thumbnail_update_id = projected_update_id THEN ?::bigint ELSE thumbnail_update_id END',
            [upToUpdateId],
          ),
        })
    },

    async needingProjection() {
      const { rows } = await knex.raw<{ rows: { id: number }[] }>(
        `SELECT id FROM lessons
         WHERE EXISTS (SELECT FROM lesson_updates u WHERE u.lesson_id = lessons.id AND u.id > projected_update_id)
            OR EXISTS (SELECT FROM lesson_snapshots s WHERE s.lesson_id = lessons.id AND s.last_update_id > projected_update_id)
         ORDER BY id`,
      )
      return rows.map(({ id }) => id)
    },

    setThumbnail: (id, url, contentUpdateId) =>
      knex.transaction(async (trx) => {
        const before = await trx('lessons')
          .where({ id })
          .whereRaw('coalesce(thumbnail_update_id, 0) <= ?::bigint', [contentUpdateId])
          .forUpdate()
          .first<{ thumbnail: string | null } | undefined>('thumbnail')
        if (!before) return url
        await trx('lessons').where({ id }).update({ thumbnail: url, thumbnail_update_id: contentUpdateId })
        if (before.thumbnail === url) return null
        await emit(trx, { type: 'lesson', lessonId: id, change: 'updated' })
        return before.thumbnail
      }),

    needingThumbnail: (limit) =>
      knex('lessons')
        .whereRaw('deleted_at IS NULL AND thumbnail_update_id IS DISTINCT FROM projected_update_id')
        .orderBy('updated_at')
        .limit(limit)
        .pluck<number[]>('id'),
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
