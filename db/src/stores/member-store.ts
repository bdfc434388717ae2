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
  /** Makes an editor the author, and the author an editor. false: they are no editor of it, or the author is another by now. */
  transfer(lessonId: number, from: number, to: number): Promise<boolean>
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

    transfer: (lessonId, from, to) =>
      knex.transaction(async (trx) => {
        const changed = await trx('lessons')
          .where({ id: lessonId, author_id: from })
          .whereExists(trx('lesson_members').where({ lesson_id: lessonId, user_id: to, role: 'editor' }))
          .update({ author_id: to, revision: trx.raw('revision + 1') })
        if (changed === 0) return false
        await trx('lesson_members').where({ lesson_id: lessonId, user_id: to }).delete()
        await trx('lesson_members').insert({ lesson_id: lessonId, user_id: from, role: 'editor' })
        await emit(trx, { type: 'lesson', lessonId, change: 'updated' })
        return true
      }),
  }
}
