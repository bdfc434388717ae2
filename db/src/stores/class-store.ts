import { limits, type ClassFacts } from '@anawim/lesson'
import type { Knex } from 'knex'
import { newEasyCode, storedEasyCode } from '../easy-code.ts'
import { emitAccess } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { storedText } from '../text.ts'

/** A teacher's named group of students. */
export interface ClassRow {
  id: number
  name: string
  teacherId: number
  teacherName: string
  /** What a student joins it by; null while it is closed. */
  joinCode: string | null
  pupilCount: number
  createdAt: Date
}

export interface ClassStore {
  create(teacherId: number, name: string): Promise<ClassRow | 'too_many'>
  byId(id: number): Promise<ClassRow | null>
  facts(id: number): Promise<ClassFacts | null>
  /** Of that teacher, by name. */
  taughtBy(teacherId: number): Promise<ClassRow[]>
  /** That this person is a pupil of, by name. */
  joinedBy(userId: number): Promise<ClassRow[]>
  rename(id: number, name: string): Promise<void>
  /** Its pupils see no more what was shared with it. */
  remove(id: number): Promise<void>
  /** A new code in place of the old one, or none. */
  setJoinCode(id: number, isOpen: boolean): Promise<void>
  /** The class that a code, however it was typed, lets one join. */
  byJoinCode(typed: string): Promise<ClassRow | null>
}

const CODE_LENGTH = 6
const UNIQUE_VIOLATION = '23505'

export function createClassStore(knex: Knex): ClassStore {
  const select = (db: Knex = knex) =>
    db('classes')
      .join('users', 'users.id', 'classes.teacher_id')
      .select({
        id: 'classes.id',
        name: 'classes.name',
        teacherId: 'classes.teacher_id',
        teacherName: 'users.full_name',
        joinCode: 'classes.join_code',
        createdAt: 'classes.created_at',
      })
      .select<ClassRow[]>(
        db.raw('(SELECT count(*)::int FROM class_pupils WHERE class_id = classes.id) AS "pupilCount"'),
      )
  const byId = async (id: number, db: Knex = knex) =>
    isRowId(id) ? ((await select(db).where('classes.id', id).first()) ?? null) : null
  const byName = 'classes.name COLLATE "vi-x-icu", classes.id'

  return {
    byId: (id) => byId(id),

    create: (teacherId, name) =>
      knex.transaction(async (trx) => {
        await trx('users').where({ id: teacherId }).forUpdate().select('id')
        const there = await trx('classes').where({ teacher_id: teacherId }).select('id')
        if (there.length >= limits.classes) return 'too_many'
        const [row] = (await trx('classes')
          .insert({ teacher_id: teacherId, name: storedText(name) })
          .returning('id')) as { id: number }[]
        const made = row && (await byId(row.id, trx))
        if (!made) throw new Error('an insert returned no row')
        return made
      }),

    async facts(id) {
      if (!isRowId(id)) return null
      const row = await knex('classes').where({ id }).first<{ teacher_id: number } | undefined>('teacher_id')
      return row ? { teacherId: row.teacher_id } : null
    },

    taughtBy: (teacherId) => select().where('classes.teacher_id', teacherId).orderByRaw(byName),
    joinedBy: (userId) =>
      select()
        .join('class_pupils', 'class_pupils.class_id', 'classes.id')
        .where('class_pupils.user_id', userId)
        .orderByRaw(byName),

    async rename(id, name) {
      await knex('classes')
        .where({ id })
        .update({ name: storedText(name), updated_at: knex.fn.now() })
    },

    remove: (id) =>
      knex.transaction(async (trx) => {
        const reached = trx('lesson_classes')
          .join('class_pupils', 'class_pupils.class_id', 'lesson_classes.class_id')
          .where('lesson_classes.class_id', id)
          .select('lesson_id', 'user_id')
        // Said before, heard when it is committed.
        await emitAccess(trx, reached)
        await trx('classes').where({ id }).delete()
      }),

    async setJoinCode(id, isOpen) {
      for (;;) {
        try {
          const code = isOpen ? newEasyCode(CODE_LENGTH) : null
          await knex('classes').where({ id }).update({ join_code: code, updated_at: knex.fn.now() })
          return
        } catch (error) {
          // Another class has it: one in hundreds of millions.
          if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error
        }
      }
    },

    async byJoinCode(typed) {
      const code = storedEasyCode(typed)
      return code.length === CODE_LENGTH ? ((await select().where('classes.join_code', code).first()) ?? null) : null
    },
  }
}
