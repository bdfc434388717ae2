import type { Knex } from 'knex'
import { emit } from '../events.ts'

export interface PasswordChange {
  /** It is one that an admin made. */
  mustChange?: boolean | undefined
  /** The session that goes on (`sessions.idOf`): the one in which its owner changed it. */
  keepSession?: string | null | undefined
}

/** Replaces the password inside a transaction: all tokens end, all sessions but the one that is kept, and links to a new password. */
export async function changePassword(
  trx: Knex,
  userId: number,
  hashedPassword: string,
  { mustChange = false, keepSession = null }: PasswordChange = {},
): Promise<void> {
  const changed = await trx('users')
    .where({ id: userId })
    .update({
      hashed_password: hashedPassword,
      must_change_password: mustChange,
      token_version: trx.raw('token_version + 1'),
      updated_at: trx.fn.now(),
    })
  if (changed === 0) return
  await trx('sessions')
    .where({ user_id: userId })
    .modify((ended) => {
      if (keepSession !== null) ended.whereNot({ id: keepSession })
    })
    .delete()
  await trx('password_resets').where({ user_id: userId }).delete()
  await emit(trx, { type: 'user', userId, change: 'password' })
}
