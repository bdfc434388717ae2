import type { Knex } from 'knex'
import { emitAccess } from '../events.ts'

/** A class that a lesson is shared with. */
export interface SharedClass {
  id: number
  name: string
  teacherId: number
  pupilCount: number
}

/** Which classes a lesson is shared with: whoever is a pupil of them, now or later, views it. */
export interface ClassShareStore {
  list(lessonId: number): Promise<SharedClass[]>
  put(lessonId: number, classId: number): Promise<void>
  /** false: it was not shared with it. */
  remove(lessonId: number, classId: number): Promise<boolean>
}

export function createClassShareStore(knex: Knex): ClassShareStore {
  const reached = (trx: Knex, lessonId: number, classId: number) =>
    trx('class_pupils')
      .where({ class_id: classId })
      .select({ lesson_id: trx.raw('?::integer', [lessonId]), user_id: 'user_id' })
  return {
    list: (lessonId) =>
      knex('lesson_classes')
        .join('classes', 'classes.id', 'lesson_classes.class_id')
        .where({ lesson_id: lessonId })
        .select({ id: 'classes.id', name: 'classes.name', teacherId: 'classes.teacher_id' })
        .select<SharedClass[]>(
          knex.raw('(SELECT count(*)::int FROM class_pupils WHERE class_id = classes.id) AS "pupilCount"'),
        )
        .orderByRaw('classes.name COLLATE "vi-x-icu", classes.id'),

    put: (lessonId, classId) =>
      knex.transaction(async (trx) => {
        await trx('lesson_classes').insert({ lesson_id: lessonId, class_id: classId }).onConflict().ignore()
        await emitAccess(trx, reached(trx, lessonId, classId))
      }),

    remove: (lessonId, classId) =>
      knex.transaction(async (trx) => {
        const removed = await trx('lesson_classes').where({ lesson_id: lessonId, class_id: classId }).delete()
        if (removed > 0) await emitAccess(trx, reached(trx, lessonId, classId))
        return removed > 0
      }),
  }
}
