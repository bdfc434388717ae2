import type { Person, RoleName } from '@anawim/lesson'
import type { Knex } from 'knex'

type Narrow = (query: Knex.QueryBuilder, personId: number) => void

const sharedWith = 'lessons.id IN (SELECT lesson_id FROM lesson_members WHERE user_id = ?)'

/** `judge(person, 'read', lesson)` of lessons outside the trash, in SQL: a test holds the two together over a table. */
const readable: Record<RoleName, Narrow> = {
  admin: () => {},
  teacher: (query, personId) =>
    query.whereRaw(`(lessons.author_id = ? OR (lessons.status = 'published' AND lessons.is_public) OR ${sharedWith})`, [
      personId,
      personId,
    ]),
  student: (query, personId) =>
    query.whereRaw(`(lessons.status = 'published' AND (lessons.is_public OR ${sharedWith}))`, [personId]),
}

/** `judge(person, 'restore', lesson)` of lessons in the trash. */
const restorable: Record<RoleName, Narrow> = {
  admin: () => {},
  teacher: (query, personId) => query.where('lessons.author_id', personId),
  student: (query) => query.whereRaw('false'),
}

/** Leaves the lessons that this person may see in a list: of the trash, or of the rest. Templates' canvases never. */
export function whereVisible(query: Knex.QueryBuilder, person: Person, trash: boolean): void {
  if (!person.isActive) query.whereRaw('false')
  query.whereRaw('NOT lessons.is_template')
  query.whereRaw(trash ? 'lessons.deleted_at IS NOT NULL' : 'lessons.deleted_at IS NULL')
  const narrow = trash ? restorable : readable
  narrow[person.role](query, person.id)
}
