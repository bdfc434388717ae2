import type { Database, UserRow } from '@anawim/db'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { ApiConfig } from '../config.ts'
import type { registerSchema } from '../contract/index.ts'
import { ApiError } from '../http/api-error.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import type { Passwords } from './passwords.ts'

type Registration = z.output<typeof registerSchema>

/** Makes an account, when the school lets people do that themselves. */
export function createRegister(db: Database, config: ApiConfig, passwords: Passwords, limits: RateLimits) {
  return async ({ email, password, full_name, role, invite_code }: Registration, address: string): Promise<UserRow> => {
    if (config.registration === 'closed') throw closed('Accounts are made by the school.')
    await limits.registration(address)
    if (config.registration === 'invite' && !isSame(invite_code ?? '', config.inviteCode ?? '')) {
      throw closed('Type the invitation code that the school gave you.')
    }
    const hashedPassword = await passwords.hash(password)
    const user = await db.users.create({ email, hashedPassword, fullName: full_name, role })
    if (user === 'email_taken') throw new ApiError('email_taken', 'There is an account with this e-mail already.')
    return user
  }
}

function closed(message: string): ApiError {
  return new ApiError('registration_closed', message)
}

/** Compares digests, so that the time it takes says nothing of the code. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
