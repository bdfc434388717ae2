import type { RoleName } from '@anawim/lesson'
import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'
import { storedEmail } from '../text.ts'
import { insertUser, isTaken, type NewUser } from './insert-user.ts'
import { hashOfLinkToken, newLinkToken } from './link-token.ts'

/** Somebody who may make an account of that role, until then or until it is withdrawn. */
export interface InvitationRow {
  id: number
  email: string
  role: RoleName
  expiresAt: Date
  createdAt: Date
  /** Who invited them; null when that account is gone. */
  invitedBy: string | null
}

export interface InvitationStore {
  /** Invites; a second invitation takes the place of the first, whose link ends. `token` is what the link carries. */
  put(invitation: {
    email: string
    role: RoleName
    invitedBy: number
    lifeDays: number
  }): Promise<{ invitation: InvitationRow; token: string } | 'email_taken'>
  /** The newest first; also those that have ended, so that they can be renewed. */
  list(query: { skip: number; limit: number }): Promise<{ items: InvitationRow[]; total: number }>
  /** false: there is none. */
  withdraw(id: number): Promise<boolean>
  /** Those that have ended are not found. */
  byToken(token: string): Promise<InvitationRow | null>
  /** Makes the account and ends the invitation; gives its id. null: it has ended meanwhile. */
  accept(
    by: { token: string } | { email: string },
    user: Pick<NewUser, 'hashedPassword' | 'fullName' | 'language'>,
  ): Promise<number | null | 'email_taken'>
}

const columns = {
  id: 'invitations.id',
  email: 'invitations.email',
  role: 'invitations.role',
  expiresAt: 'invitations.expires_at',
  createdAt: 'invitations.created_at',
  invitedBy: 'users.full_name',
}

export function createInvitationStore(knex: Knex): InvitationStore {
  const select = (db: Knex = knex) => db('invitations').leftJoin('users', 'users.id', 'invitations.invited_by')

  return {
    put: ({ email, role, invitedBy, lifeDays }) =>
      knex.transaction(async (trx) => {
        const isKnown = await trx('users')
          .where({ email: storedEmail(email) })
          .first('id')
        if (isKnown) return 'email_taken'
        const { token, hash } = newLinkToken()
        const [put] = (await trx('invitations')
          .insert({
            email: storedEmail(email),
            role,
            token_hash: hash,
            invited_by: invitedBy,
            expires_at: trx.raw("now() + ? * interval '1 day'", [lifeDays]),
            created_at: trx.fn.now(),
          })
          .onConflict('email')
          .merge()
          .returning('id')) as { id: number }[]
        const invitation = await select(trx)
          .where('invitations.id', put?.id ?? 0)
          .first<InvitationRow | undefined>(columns)
        if (!invitation) throw new Error('an invitation vanished right after it was written')
        return { invitation, token }
      }),

    async list({ skip, limit }) {
      const [items, counted] = await Promise.all([
        select()
          .select<InvitationRow[]>(columns)
          .orderBy([
            { column: 'invitations.created_at', order: 'desc' },
            { column: 'invitations.id', order: 'desc' },
          ])
          .offset(skip)
          .limit(limit),
        knex('invitations').select<{ total: number }[]>(knex.raw('count(*)::int AS total')),
      ])
      return { items, total: counted[0]?.total ?? 0 }
    },

    withdraw: async (id) => isRowId(id) && (await knex('invitations').where({ id }).delete()) > 0,

    byToken: async (token) =>
      (await select()
        .where({ token_hash: hashOfLinkToken(token) })
        .whereRaw('expires_at > now()')
        .first<InvitationRow | undefined>(columns)) ?? null,

    async accept(by, user) {
      try {
        return await knex.transaction(async (trx) => {
          const [invitation] = await trx('invitations')
            .where('token' in by ? { token_hash: hashOfLinkToken(by.token) } : { email: storedEmail(by.email) })
            .whereRaw('expires_at > now()')
            .delete()
            .returning<{ email: string; role: RoleName }[]>(['email', 'role'])
          if (!invitation) return null
          return insertUser(trx, { ...user, ...invitation, isEmailProven: true })
        })
      } catch (error) {
        if (isTaken(error)) return 'email_taken'
        throw error
      }
    },
  }
}
