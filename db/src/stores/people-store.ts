import type { Knex } from 'knex'
import { FOLDED_PATTERN, searchWords } from '../text.ts'

/** Somebody whom a teacher may know of by name. */
export interface FoundPerson {
  id: number
  fullName: string
  role: 'teacher' | 'student'
  /** The classes of the one who asks that they are pupils of. */
  classNames: string[]
}

export interface PeopleStore {
  /** Active teachers, and active pupils of one's own classes, whose names hold every word; not oneself. Teachers first. */
  search(askerId: number, words: string, limit: number): Promise<FoundPerson[]>
  /** Would `search` find this person? */
  mayKnow(askerId: number, userId: number): Promise<boolean>
}

const OWN_CLASSES = `SELECT classes.name FROM classes JOIN class_pupils ON class_pupils.class_id = classes.id
  WHERE classes.teacher_id = ? AND class_pupils.user_id = users.id`

export function createPeopleStore(knex: Knex): PeopleStore {
  const known = (askerId: number) =>
    knex('users')
      .where({ is_active: true })
      .whereNot('users.id', askerId)
      .whereRaw(
        `(role = 'teacher' OR (role = 'student' AND users.id IN (
          SELECT user_id FROM class_pupils JOIN classes ON classes.id = class_id WHERE teacher_id = ?)))`,
        [askerId],
      )

  return {
    search: (askerId, text, limit) =>
      known(askerId)
        .modify((query) => {
          for (const word of searchWords(text)) void query.whereRaw(`name_search LIKE ${FOLDED_PATTERN}`, [word])
        })
        .select({ id: 'users.id', fullName: 'full_name', role: 'role' })
        .select<FoundPerson[]>(
          knex.raw(`ARRAY(${OWN_CLASSES} ORDER BY classes.name COLLATE "vi-x-icu") AS "classNames"`, [askerId]),
        )
        .orderByRaw(`role = 'student', full_name COLLATE "vi-x-icu", users.id`)
        .limit(limit),

    mayKnow: async (askerId, userId) =>
      (await known(askerId).where('users.id', userId).first('users.id')) !== undefined,
  }
}
