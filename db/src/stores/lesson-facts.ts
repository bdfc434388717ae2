import type { LessonFacts, LessonStatus, MemberRole } from '@anawim/lesson'
import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'

interface FactsRow {
  author_id: number
  status: LessonStatus
  is_public: boolean
  is_deleted: boolean
  is_template: boolean
  members: [userId: number, role: MemberRole][]
}

/** What `judge()` needs to know of a lesson, read in one statement so that it is of one moment. */
export async function readLessonFacts(knex: Knex, id: number): Promise<LessonFacts | null> {
  if (!isRowId(id)) return null
  const { rows } = await knex.raw<{ rows: FactsRow[] }>(
    `SELECT author_id, status, is_public, deleted_at IS NOT NULL AS is_deleted, is_template,
            coalesce((SELECT json_agg(json_build_array(user_id, role))
                      FROM lesson_members WHERE lesson_id = lessons.id), '[]') AS members
     FROM lessons WHERE id = ?`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  return {
    authorId: row.author_id,
    status: row.status,
    isPublic: row.is_public,
    isDeleted: row.is_deleted,
    isTemplate: row.is_template,
    members: new Map(row.members),
  }
}
