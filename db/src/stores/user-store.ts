import type { RoleName } from '@anawim/lesson'
import type { Knex } from 'knex'
import { emit, type AnawimEvent } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { FOLDED_PATTERN, searchWords, storedEmail, storedText } from '../text.ts'
import { prepared } from '../prepared.ts'
import { changePassword, type PasswordChange } from './change-password.ts'
import { groupReads } from './group-reads.ts'
import { insertUser, isTaken, type NewUser } from './insert-user.ts'

/** An account. `hashedPassword` never leaves the server; `tokenVersion` ends all tokens when it moves. */
export interface UserRow {
  id: number
  email: string
  hashedPassword: string
  fullName: string
  role: RoleName
  isAdmin: boolean
  isActive: boolean
  tokenVersion: number
  /** In which they want to be spoken to; null when they never said. */
  language: 'vi' | 'en' | null
  /** The address of their picture, under /media. */
  avatar: string | null
  /** The password is one that an admin made: it must be replaced at the next login. */
  mustChangePassword: boolean
  /** Who reads that mailbox, or an admin, stands behind the account. */
  isEmailProven: boolean
  createdAt: Date
  updatedAt: Date
}

export interface UserStore {
  /** The e-mail is stored composed, trimmed and in lower case. */
  create(user: NewUser): Promise<UserRow | 'email_taken'>
  byId(id: number): Promise<UserRow | null>
  byEmail(email: string): Promise<UserRow | null>
  /** By name, in Vietnamese order. `search` looks into name and e-mail, with or without accents. */
  list(query: {
    skip: number
    limit: number
    search?: string | undefined
    role?: RoleName | undefined
    isActive?: boolean | undefined
  }): Promise<{ items: UserRow[]; total: number }>
  /**
   * A new role or a suspension ends all access tokens, a suspension also the sessions. The last active admin can be
   * neither demoted nor suspended, however many try at once.
   */
  update(
    id: number,
    patch: { role?: RoleName | undefined; isActive?: boolean | undefined; fullName?: string | undefined },
  ): Promise<UserRow | null | 'last_admin'>
  /** What one says of oneself. */
  setProfile(
    id: number,
    patch: { fullName?: string | undefined; language?: 'vi' | 'en' | undefined; avatar?: string | null | undefined },
  ): Promise<UserRow | null>
  /** Ends all tokens and sessions, but the one that it was changed in. */
  setPassword(id: number, hashedPassword: string, options?: PasswordChange): Promise<void>
  count(): Promise<number>
}

const columns = {
  id: 'id',
  email: 'email',
  hashedPassword: 'hashed_password',
  fullName: 'full_name',
  role: 'role',
  isAdmin: 'is_admin',
  isActive: 'is_active',
  tokenVersion: 'token_version',
  language: 'language',
  avatar: 'avatar',
  mustChangePassword: 'must_change_password',
  isEmailProven: 'is_email_proven',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

export function createUserStore(knex: Knex): UserStore {
  const select = (db: Knex = knex) => db<UserRow>('users').select<UserRow[]>(columns)
  const byId = async (id: number, trx: Knex) =>
    isRowId(id) ? ((await select(trx).where({ id }).first()) ?? null) : null
  const byIds = groupReads(async (ids) => {
    const rows = await select().whereRaw('id = ANY(?::integer[])', [ids]).options(prepared)
    return new Map(rows.map((row) => [row.id, row]))
  })

  return {
    byId: async (id) => (isRowId(id) ? byIds(id) : null),
    byEmail: async (email) =>
      (await select()
        .where({ email: storedEmail(email) })
        .first()) ?? null,

    async create(user) {
      try {
        return await knex.transaction(async (trx) => found(await byId(await insertUser(trx, user), trx)))
      } catch (error) {
        if (isTaken(error)) return 'email_taken'
        throw error
      }
    },

    async list({ skip, limit, search, role, isActive }) {
      const matching = knex('users').modify((query) => {
        for (const word of searchWords(search)) query.whereRaw(`search LIKE ${FOLDED_PATTERN}`, [word])
        if (role !== undefined) query.where({ role })
        if (isActive !== undefined) query.where({ is_active: isActive })
      })
      const [items, counted] = await Promise.all([
        matching
          .clone()
          .select<UserRow[]>(columns)
          .orderByRaw('full_name COLLATE "vi-x-icu", id')
          .offset(skip)
          .limit(limit),
        matching.clone().select<{ total: number }[]>(knex.raw('count(*)::int AS total')),
      ])
      return { items, total: counted[0]?.total ?? 0 }
    },

    update: (id, patch) =>
      knex.transaction(async (trx) => {
        const admins: number[] = await trx('users')
          .where({ role: 'admin', is_active: true })
          .orderBy('id')
          .forUpdate()
          .pluck('id')
        await trx('users').where({ id }).forUpdate().select('id')
        const before = await byId(id, trx)
        if (!before) return null
        const role = patch.role ?? before.role
        const isActive = patch.isActive ?? before.isActive
        const fullName = patch.fullName === undefined ? before.fullName : storedText(patch.fullName).trim()
        if (admins.length === 1 && admins[0] === id && (role !== 'admin' || !isActive)) return 'last_admin'

        const changes: (AnawimEvent & { type: 'user' })['change'][] = []
        if (fullName !== before.fullName) changes.push('updated')
        if (role !== before.role) changes.push('role')
        if (isActive !== before.isActive) changes.push(isActive ? 'activated' : 'suspended')
        if (changes.length === 0) return before

        const endsTokens = role !== before.role || (before.isActive && !isActive)
        await trx('users')
          .where({ id })
          .update({
            role,
            is_active: isActive,
            full_name: fullName,
            token_version: before.tokenVersion + (endsTokens ? 1 : 0),
            updated_at: trx.fn.now(),
          })
        // Only students are pupils: as a teacher they would see what classes see of drafts.
        if (role !== 'student') await trx('class_pupils').where({ user_id: id }).delete()
        if (!isActive) await trx('sessions').where({ user_id: id }).delete()
        for (const change of changes) await emit(trx, { type: 'user', userId: id, change })
        return found(await byId(id, trx))
      }),

    setProfile: (id, { fullName, language, avatar }) =>
      knex.transaction(async (trx) => {
        const changed = await trx('users')
          .where({ id })
          .update({
            ...(fullName !== undefined && { full_name: storedText(fullName).trim() }),
            ...(language !== undefined && { language }),
            ...(avatar !== undefined && { avatar }),
            updated_at: trx.fn.now(),
          })
        if (changed === 0) return null
        await emit(trx, { type: 'user', userId: id, change: 'updated' })
        return byId(id, trx)
      }),

    setPassword: (id, hashedPassword, options = {}) =>
      knex.transaction((trx) => changePassword(trx, id, hashedPassword, options)),

    async count() {
      const [row] = await knex('users').select<{ total: number }[]>(knex.raw('count(*)::int AS total'))
      return row?.total ?? 0
    },
  }
}

/** A row that was written in this very transaction. */
function found(row: UserRow | null): UserRow {
  if (!row) throw new Error('a user vanished inside a transaction')
  return row
}
