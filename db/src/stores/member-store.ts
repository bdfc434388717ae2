import type { MemberRole } from '@anawim/lesson'
import type { Knex } from 'knex'
import { emit } from '../events.ts'

export interface LessonMember {
  userId: number
  fullName: string
  role: MemberRole
}

/** Who a lesson is shared with. Each change says `access` of that person. */
export interface MemberStore {
  /** By name, in Vietnamese order. */
  list(lessonId: number): Promise<LessonMember[]>
  /** Adds the person, or changes what they are. Says nothing when they were that already. */
  put(lessonId: number, userId: number, role: MemberRole): Promise<void>
  /** false: they were none. */
  remove(lessonId: number, userId: number): Promise<boolean>
}

export function createMemberStore(knex: Knex): MemberStore {
  return {
    list: (lessonId) =>
      knex('lesson_members')
        .join('users', 'users.id', 'lesson_members.user_id')
        .where({ lesson_id: lessonId })
        .select<LessonMember[]>({ userId: 'user_id', fullName: 'full_name', role: 'lesson_members.role' })
        .orderByRaw('full_name COLLATE "vi-x-icu", user_id'),

    put: (lessonId, userId, role) =>
      knex.transaction(async (trx) => {
        const { rowCount } = await trx.raw<{ rowCount: number }>(
          `INSERT INTO lesson_members AS m (lesson_id, user_id, role) VALUES (?, ?, ?)
           ON CONFLICT (lesson_id, user_id) DO UPDATE SET role = excluded.role WHERE m.role <> excluded.role`,
          [lessonId, userId, role],
        )
        if (rowCount > 0) await emit(trx, { type: 'access', lessonId, userId })
      }),

    remove: (lessonId, userId) =>
      knex.transaction(async (trx) => {
        const removed = await trx('lesson_members').where({ lesson_id: lessonId, user_id: userId }).delete()
        if (removed > 0) await emit(trx, { type: 'access', lessonId, userId })
        return removed > 0
      }),
  }
}
