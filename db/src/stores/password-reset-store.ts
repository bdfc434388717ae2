import type { Knex } from 'knex'
import { changePassword } from './change-password.ts'
import { hashOfLinkToken, newLinkToken } from './link-token.ts'

/** Links that lead to a new password: each works once, and for some time. */
export interface PasswordResetStore {
  /** What the link carries; null when this account was sent so many within the hour that more would only be a nuisance. */
  start(userId: number, lifeMinutes: number): Promise<string | null>
  isLive(token: string): Promise<boolean>
  /** Sets the password and ends the link, and with it all others and all sessions; null when it is none that works. */
  use(token: string, hashedPassword: string): Promise<number | null>
}

/** Links of one account within an hour. */
const MOST_AN_HOUR = 5

export function createPasswordResetStore(knex: Knex): PasswordResetStore {
  const live = (db: Knex, token: string) =>
    db('password_resets')
      .join('users', 'users.id', 'password_resets.user_id')
      .where({ token_hash: hashOfLinkToken(token), 'users.is_active': true })
      .whereRaw('expires_at > now()')

  return {
    start: (userId, lifeMinutes) =>
      knex.transaction(async (trx) => {
        // The row of the person is what those wait for who ask at the same moment.
        await trx('users').where({ id: userId }).forUpdate().select('id')
        await trx('password_resets')
          .where({ user_id: userId })
          .whereRaw("expires_at < now() AND created_at < now() - interval '1 hour'")
          .delete()
        const recent = await trx('password_resets')
          .where({ user_id: userId })
          .whereRaw("created_at > now() - interval '1 hour'")
          .limit(MOST_AN_HOUR)
          .pluck<string[]>('token_hash')
        if (recent.length >= MOST_AN_HOUR) return null
        const { token, hash } = newLinkToken()
        await trx('password_resets').insert({
          token_hash: hash,
          user_id: userId,
          expires_at: trx.raw("now() + ? * interval '1 minute'", [lifeMinutes]),
        })
        return token
      }),

    isLive: async (token) => (await live(knex, token).first('user_id')) !== undefined,

    use: (token, hashedPassword) =>
      knex.transaction(async (trx) => {
        const reset = await live(trx, token)
          .forUpdate('password_resets')
          .first<{ userId: number } | undefined>({ userId: 'user_id' })
        if (!reset) return null
        await changePassword(trx, reset.userId, hashedPassword)
        await trx('users').where({ id: reset.userId }).update({ is_email_proven: true })
        return reset.userId
      }),
  }
}
