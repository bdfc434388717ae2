import type { LessonFacts, LessonStatus, MemberRole } from '@anawim/lesson'
import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'
import { prepared } from '../prepared.ts'
import { groupReads } from './group-reads.ts'

interface FactsRow {
  id: number
  author_id: number
  status: LessonStatus
  is_public: boolean
  is_deleted: boolean
  is_template: boolean
  revision: number
  updated_at: Date
  members: [userId: number, role: MemberRole][]
}

/** What `judge()` needs to know of a lesson, and a stamp that moves with everything in its row that readers see. */
export interface StampedFacts {
  facts: LessonFacts
  stamp: string
}

/** The pupils of its classes view it, unless they are more by themselves: of two that are the same person, the last counts. */
const membersOfLesson = `
  SELECT user_id, 'viewer' AS role, 0 AS rank
  FROM lesson_classes JOIN class_pupils USING (class_id) WHERE lesson_id = lessons.id
  UNION ALL
  SELECT user_id, role, 1 AS rank FROM lesson_members WHERE lesson_id = lessons.id`

/** Each lesson in one statement, so that it is of one moment. */
export function createFactsReads(knex: Knex): (id: number) => Promise<StampedFacts | null> {
  const read = groupReads(async (ids) => {
    const { rows } = await knex
      .raw<{ rows: FactsRow[] }>(
        `SELECT id, author_id, status, is_public, deleted_at IS NOT NULL AS is_deleted, is_template, revision, updated_at,
              coalesce((SELECT json_agg(json_build_array(user_id, role) ORDER BY rank)
                        FROM (${membersOfLesson}) AS reached), '[]') AS members
       FROM lessons WHERE id = ANY(?::integer[])`,
        [ids],
      )
      .options(prepared)
    return new Map(rows.map((row) => [row.id, stamped(row)]))
  })
  return async (id) => (isRowId(id) ? read(id) : null)
}

function stamped(row: FactsRow): StampedFacts {
  const facts = {
    authorId: row.author_id,
    status: row.status,
    isPublic: row.is_public,
    isDeleted: row.is_deleted,
    isTemplate: row.is_template,
    members: new Map(row.members),
  }
  return { facts, stamp: stampOf({ revision: row.revision, updatedAt: row.updated_at }) }
}

export function stampOf(row: { revision: number; updatedAt: Date }): string {
  return `${row.revision} ${row.updatedAt.getTime()}`
}
