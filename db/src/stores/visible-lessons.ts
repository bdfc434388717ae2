import type { Person, RoleName } from '@anawim/lesson'
import type { Knex } from 'knex'
import { prepared } from '../prepared.ts'

/** A condition on `lessons` in SQL, with its bindings. */
export type Condition = readonly [sql: string, bindings: number[]]

const always: Condition = ['true', []]
const never: Condition = ['false', []]
/** Of themselves, or as a pupil of a class, which only students are. */
export const sharedWith = (personId: number): Condition => [
  `lessons.id IN (
    SELECT lesson_id FROM lesson_members WHERE user_id = ?
    UNION ALL
    SELECT lesson_id FROM lesson_classes JOIN class_pupils USING (class_id) WHERE user_id = ?)`,
  [personId, personId],
]

/** What a role reads: by what the lesson is, and beside that, if it was shared with the person, by what it then must be. */
interface Readable {
  byItself: (personId: number) => Condition
  whenShared: string
}

/** `judge(person, 'read', lesson)` of lessons outside the trash, in SQL: a test holds the two together over a table. */
const readable: Record<RoleName, Readable> = {
  admin: { byItself: () => always, whenShared: 'false' },
  teacher: {
    byItself: (id) => [`(lessons.author_id = ? OR (lessons.status = 'published' AND lessons.is_public))`, [id]],
    whenShared: 'true',
  },
  student: {
    byItself: () => [`(lessons.status = 'published' AND lessons.is_public)`, []],
    whenShared: `lessons.status = 'published'`,
  },
}

function toRead(role: RoleName, id: number): Condition {
  const { byItself, whenShared } = readable[role]
  const [sql, bindings] = byItself(id)
  const [shared, whom] = sharedWith(id)
  return [`(${sql} OR (${whenShared} AND ${shared}))`, [...bindings, ...whom]]
}

/** `judge(person, 'restore', lesson)` of lessons in the trash. */
const restorable: Record<RoleName, (personId: number) => Condition> = {
  admin: () => always,
  teacher: (id) => ['lessons.author_id = ?', [id]],
  student: () => never,
}

/** Leaves the lessons that this person may see in a list: of the trash, or of the rest. Templates' canvases never. */
export function whereVisible(query: Knex.QueryBuilder, person: Person, trash: boolean): void {
  const condition = trash ? restorable[person.role](person.id) : toRead(person.role, person.id)
  const [sql, bindings] = person.isActive ? condition : never
  void query
    .whereRaw('NOT lessons.is_template')
    .whereRaw(trash ? 'lessons.deleted_at IS NOT NULL' : 'lessons.deleted_at IS NULL')
    .whereRaw(sql, bindings)
}

/**
 * How many that are outside the trash, `narrow`ed by author and status alone: of what everybody's lessons come to, as the database keeps
 * it (`lesson_counts`), and of the few beside them that were shared with this person.
 */
export async function countVisible(
  knex: Knex,
  person: Person,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<number> {
  if (!person.isActive) return 0
  const { byItself, whenShared } = readable[person.role]
  const [sql, bindings] = byItself(person.id)
  const [isShared, whom] = sharedWith(person.id)
  const all = knex('lesson_counts AS lessons').whereRaw(sql, bindings).modify(narrow).select(knex.raw('sum(total)'))
  const shared = knex('lessons')
    .whereRaw('NOT lessons.is_template AND lessons.deleted_at IS NULL')
    .whereRaw(`${whenShared} AND NOT ${sql} AND ${isShared}`, [...bindings, ...whom])
    .modify(narrow)
    .select(knex.raw('count(*)'))
  const [row] = await knex
    .select<{ total: number }[]>(knex.raw('(coalesce((?), 0) + (?))::int AS total', [all, shared]))
    .options(prepared)
  return row?.total ?? 0
}
