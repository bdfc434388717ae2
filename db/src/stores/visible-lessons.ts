import type { Person, RoleName } from '@anawim/lesson'
import type { Knex } from 'knex'

/** A condition on `lessons` in SQL, with its bindings. */
type Condition = readonly [sql: string, bindings: number[]]

const always: Condition = ['true', []]
const never: Condition = ['false', []]
/** Of themselves, or as a pupil of a class. */
const sharedWith = `lessons.id IN (
  SELECT lesson_id FROM lesson_members WHERE user_id = ?
  UNION ALL
  SELECT lesson_id FROM lesson_classes JOIN class_pupils USING (class_id) WHERE user_id = ?)`

/** `judge(person, 'read', lesson)` of lessons outside the trash, in SQL: a test holds the two together over a table. */
const readable: Record<RoleName, (personId: number) => Condition> = {
  admin: () => always,
  teacher: (id) => [
    `(lessons.author_id = ? OR (lessons.status = 'published' AND lessons.is_public) OR ${sharedWith})`,
    [id, id, id],
  ],
  student: (id) => [`(lessons.status = 'published' AND (lessons.is_public OR ${sharedWith}))`, [id, id]],
}

/** `judge(person, 'restore', lesson)` of lessons in the trash. */
const restorable: Record<RoleName, (personId: number) => Condition> = {
  admin: () => always,
  teacher: (id) => ['lessons.author_id = ?', [id]],
  student: () => never,
}

/** Leaves the lessons that this person may see in a list: of the trash, or of the rest. Templates' canvases never. */
export function whereVisible(query: Knex.QueryBuilder, person: Person, trash: boolean): void {
  const conditions = (trash ? restorable : readable)[person.role]
  const [sql, bindings] = person.isActive ? conditions(person.id) : never
  void query
    .whereRaw('NOT lessons.is_template')
    .whereRaw(trash ? 'lessons.deleted_at IS NOT NULL' : 'lessons.deleted_at IS NULL')
    .whereRaw(sql, bindings)
}
