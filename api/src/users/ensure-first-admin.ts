import type { Database } from '@anawim/db'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createPasswords } from '../auth/passwords.ts'
import { emailSchema, passwordSchema } from '../contract/index.ts'

/** The first admin's part of the environment. */
export const firstAdminConfigSchema = z.object({
  ADMIN_EMAIL: emailSchema
    .default('admin@anawim.local')
    .describe('E-mail of the first admin, made on an empty database.'),
  ADMIN_PASSWORD: passwordSchema
    .optional()
    .describe('Password of the first admin. When it is not set, one is made and printed once.'),
})

/** The account that was made. `password` is only told when it was generated: print it once, keep it nowhere. */
export interface FirstAdmin {
  email: string
  password: string | null
}

/** Makes the first admin on a database without accounts; null when there are some already. Throws ZodError for a bad environment. */
export async function ensureFirstAdmin(
  db: Database,
  environment: Record<string, string | undefined>,
  bcryptCost = 12,
): Promise<FirstAdmin | null> {
  if ((await db.users.count()) > 0) return null
  const env = firstAdminConfigSchema.parse({
    ADMIN_EMAIL: environment.ADMIN_EMAIL || undefined,
    ADMIN_PASSWORD: environment.ADMIN_PASSWORD || undefined,
  })
  const password = env.ADMIN_PASSWORD ?? randomBytes(12).toString('base64url')
  const hashedPassword = await createPasswords(bcryptCost).hash(password)
  const made = await db.users.create({ email: env.ADMIN_EMAIL, hashedPassword, fullName: 'Admin', role: 'admin' })
  if (made === 'email_taken') return null
  return { email: made.email, password: env.ADMIN_PASSWORD === undefined ? password : null }
}
