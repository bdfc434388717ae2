import { limits, PUPIL_EMAIL_DOMAIN } from '@anawim/lesson'
import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'
import { newEasyCode, storedEasyCode } from '../easy-code.ts'
import { emit, emitAccess } from '../events.ts'
import { storedText } from '../text.ts'
import { insertUser, NO_PASSWORD } from './insert-user.ts'

/** A student of a class. */
export interface PupilRow {
  userId: number
  fullName: string
  isActive: boolean
  /** Logs in with a code from the teacher, and has no e-mail. */
  hasCode: boolean
}

/** A code that a pupil logs in with: `key` finds the account, the secret proves that it is theirs. */
export interface PupilCode {
  key: string
  secret: string
}

/** An account that is to be made. The secret is given hashed. */
export interface NewPupil {
  fullName: string
  key: string
  hashedSecret: string
}

export interface PupilStore {
  /** By name, in Vietnamese order. */
  list(classId: number): Promise<PupilRow[]>
  /** Makes accounts of students without e-mail, in this class. In the order given. */
  make(classId: number, pupils: readonly NewPupil[]): Promise<PupilRow[] | 'full'>
  /** Puts a student into a class. Nothing happens when they are in it. */
  add(classId: number, userId: number): Promise<'full' | 'added'>
  /** false: they were not in it. What was shared with the class they see no more. */
  remove(classId: number, userId: number): Promise<boolean>
  byKey(key: string): Promise<{ userId: number; hashedSecret: string } | null>
  /** A new code for an account that has one: ends all its tokens and sessions. */
  setCode(userId: number, code: { key: string; hashedSecret: string }): Promise<void>
}

const KEY_LENGTH = 4
const SECRET_LENGTH = 8

/** Twelve signs: about 40 bits of them are secret. */
export function newPupilCode(): PupilCode {
  return { key: newEasyCode(KEY_LENGTH), secret: newEasyCode(SECRET_LENGTH) }
}

/** The parts of a code as it was typed; null when it cannot be one. */
export function readPupilCode(typed: string): PupilCode | null {
  const code = storedEasyCode(typed)
  if (code.length !== KEY_LENGTH + SECRET_LENGTH) return null
  return { key: code.slice(0, KEY_LENGTH), secret: code.slice(KEY_LENGTH) }
}

export function createPupilStore(knex: Knex): PupilStore {
  const select = (db: Knex, classId: number) =>
    db('class_pupils')
      .join('users', 'users.id', 'class_pupils.user_id')
      .where('class_pupils.class_id', classId)
      .select({ userId: 'users.id', fullName: 'users.full_name', isActive: 'users.is_active' })
      .select<PupilRow[]>(db.raw('EXISTS (SELECT FROM pupil_codes WHERE user_id = users.id) AS "hasCode"'))

  /** Room for so many more? Locks the class until the transaction ends. */
  async function isFull(trx: Knex, classId: number, more: number): Promise<boolean> {
    await trx('classes').where({ id: classId }).forUpdate().select('id')
    const there = await trx('class_pupils').where({ class_id: classId }).select('user_id')
    return there.length + more > limits.pupils
  }

  async function enter(trx: Knex, classId: number, userIds: readonly number[]): Promise<void> {
    await trx('class_pupils')
      .insert(userIds.map((userId) => ({ class_id: classId, user_id: userId })))
      .onConflict()
      .ignore()
    await emitAccess(trx, reachedBy(trx, classId).whereIn('user_id', userIds))
  }

  return {
    list: (classId) => select(knex, classId).orderByRaw('full_name COLLATE "vi-x-icu", users.id'),

    make: (classId, pupils) =>
      knex.transaction(async (trx) => {
        if (await isFull(trx, classId, pupils.length)) return 'full'
        const made: PupilRow[] = []
        for (const { fullName, key, hashedSecret } of pupils) {
          const name = storedText(fullName).trim()
          const email = `${randomBytes(12).toString('hex')}@${PUPIL_EMAIL_DOMAIN}`
          // Entered by the code alone.
          const userId = await insertUser(trx, { email, hashedPassword: NO_PASSWORD, fullName: name, role: 'student' })
          await trx('pupil_codes').insert({ user_id: userId, key, hashed_secret: hashedSecret })
          made.push({ userId, fullName: name, isActive: true, hasCode: true })
        }
        await enter(
          trx,
          classId,
          made.map(({ userId }) => userId),
        )
        return made
      }),

    add: (classId, userId) =>
      knex.transaction(async (trx) => {
        const isIn = await trx('class_pupils').where({ class_id: classId, user_id: userId }).first('user_id')
        if (isIn) return 'added'
        if (await isFull(trx, classId, 1)) return 'full'
        await enter(trx, classId, [userId])
        return 'added'
      }),

    remove: (classId, userId) =>
      knex.transaction(async (trx) => {
        await emitAccess(trx, reachedBy(trx, classId).where({ user_id: userId }))
        return (await trx('class_pupils').where({ class_id: classId, user_id: userId }).delete()) > 0
      }),

    async byKey(key) {
      const row = await knex('pupil_codes')
        .where({ key })
        .first<{ user_id: number; hashed_secret: string } | undefined>('user_id', 'hashed_secret')
      return row ? { userId: row.user_id, hashedSecret: row.hashed_secret } : null
    },

    setCode: (userId, { key, hashedSecret }) =>
      knex.transaction(async (trx) => {
        await trx('pupil_codes').where({ user_id: userId }).update({ key, hashed_secret: hashedSecret })
        await trx('users')
          .where({ id: userId })
          .update({ token_version: trx.raw('token_version + 1'), updated_at: trx.fn.now() })
        await trx('sessions').where({ user_id: userId }).delete()
        await emit(trx, { type: 'user', userId, change: 'password' })
      }),
  }
}

/** The lessons of a class beside each of its pupils. */
function reachedBy(trx: Knex, classId: number): Knex.QueryBuilder {
  return trx('lesson_classes')
    .join('class_pupils', 'class_pupils.class_id', 'lesson_classes.class_id')
    .where('lesson_classes.class_id', classId)
    .select('lesson_id', 'user_id')
}
