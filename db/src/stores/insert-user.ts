import type { RoleName } from '@anawim/lesson'
import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { storedEmail, storedText } from '../text.ts'

export interface NewUser {
  email: string
  hashedPassword: string
  fullName: string
  role: RoleName
  language?: 'vi' | 'en' | null | undefined
  isEmailProven?: boolean | undefined
}

/** What stands in the place of a hash when there is no password: nothing that is typed ever matches it. */
export const NO_PASSWORD = '!'

const UNIQUE_VIOLATION = '23505'

/** Makes an account inside a transaction, and gives its id. Rejects when the e-mail is taken: see `isTaken`. */
export async function insertUser(trx: Knex, user: NewUser): Promise<number> {
  const row = {
    email: storedEmail(user.email),
    hashed_password: user.hashedPassword,
    full_name: storedText(user.fullName).trim(),
    role: user.role,
    language: user.language ?? null,
    is_email_proven: user.isEmailProven ?? false,
  }
  const [created] = (await trx('users').insert(row).returning('id')) as { id: number }[]
  if (!created) throw new Error('an insert returned no row')
  await emit(trx, { type: 'user', userId: created.id, change: 'registered' })
  return created.id
}

/** Was it that somebody has this e-mail already? */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
}
