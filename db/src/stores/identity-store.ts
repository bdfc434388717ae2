import type { Knex } from 'knex'
import { changePassword } from './change-password.ts'
import { NO_PASSWORD } from './insert-user.ts'

/** How another server knows a person: `subject` is unique and lasting under `issuer`. */
export interface Identity {
  issuer: string
  subject: string
}

/** Accounts that are entered by another server's word (OpenID Connect). */
export interface IdentityStore {
  /** The account that this identity opens. */
  userOf(identity: Identity): Promise<number | null>
  /**
   * From now on this identity opens that account. The caller has it from the other server that the e-mail is theirs. When nothing
   * but its own word stood behind the account until now, whoever made it may have been somebody else: its password and its
   * sessions end. An admin's do not, since nobody can make themselves one.
   */
  link(identity: Identity, userId: number): Promise<void>
}

export function createIdentityStore(knex: Knex): IdentityStore {
  return {
    async userOf({ issuer, subject }) {
      const found = await knex('identities')
        .where({ issuer, subject })
        .first<{ user_id: number } | undefined>('user_id')
      return found?.user_id ?? null
    },

    link: ({ issuer, subject }, userId) =>
      knex.transaction(async (trx) => {
        const user = await trx('users')
          .where({ id: userId })
          .forUpdate()
          .first<{ role: string; is_email_proven: boolean } | undefined>('role', 'is_email_proven')
        if (!user) return
        await trx('identities').insert({ issuer, subject, user_id: userId }).onConflict(['issuer', 'subject']).ignore()
        if (user.is_email_proven) return
        if (user.role !== 'admin') await changePassword(trx, userId, NO_PASSWORD)
        await trx('users').where({ id: userId }).update({ is_email_proven: true })
      }),
  }
}
