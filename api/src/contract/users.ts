import { roleNames } from '@anawim/lesson'
import { z } from 'zod'
import { defineRoute } from './route.ts'
import { flagParamSchema, idParamSchema, lineSchema, pageOf, pagingShape, timeSchema } from './values.ts'

export const roleSchema = z.enum(roleNames)

/** Lower case, composed letters. What an account is known by. */
export const emailSchema = z
  .string()
  .normalize('NFC')
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ format: 'email' })

export const fullNameSchema = lineSchema(200).min(1)

export const languageSchema = z.enum(['vi', 'en'])

/** An account, as its owner and admins see it. */
export const userSchema = z
  .object({
    id: z.int(),
    email: z.string(),
    full_name: z.string(),
    role: roleSchema,
    is_admin: z.boolean(),
    is_active: z.boolean(),
    /** In which they want to be spoken to; null when they never said. */
    language: languageSchema.nullable(),
    /** Address of their picture. */
    avatar: z.string().nullable(),
    /** false: they come in by another server's word alone. */
    has_password: z.boolean(),
    created_at: timeSchema,
  })
  .meta({ id: 'User' })
export type User = z.output<typeof userSchema>

/** A person, as all others see them. */
export const personSchema = z.object({ id: z.int(), full_name: z.string() }).meta({ id: 'Person' })
export type PersonName = z.output<typeof personSchema>

export const userPageSchema = pageOf(userSchema)
export type UserPage = z.output<typeof userPageSchema>

export const userListQuerySchema = z.object({
  ...pagingShape,
  role: roleSchema.optional(),
  is_active: flagParamSchema.optional(),
})

export const userPatchSchema = z.strictObject({ role: roleSchema.optional(), is_active: z.boolean().optional() })

export const userRoutes = {
  listUsers: defineRoute({
    method: 'GET',
    path: '/api/admin/users',
    summary: 'All accounts, by name and e-mail',
    access: { role: 'admin' },
    query: userListQuerySchema,
    answer: userPageSchema,
  }),
  updateUser: defineRoute({
    method: 'PATCH',
    path: '/api/admin/users/:id',
    summary: 'Change a role, suspend, activate; 409 last_admin for the last active admin',
    access: { role: 'admin' },
    params: z.object({ id: idParamSchema }),
    body: userPatchSchema,
    answer: userSchema,
  }),
  setTemporaryPassword: defineRoute({
    method: 'POST',
    path: '/api/admin/users/:id/temporary-password',
    summary: 'A new password, told once, that must be replaced at the next login; logs the person out everywhere',
    access: { role: 'admin' },
    params: z.object({ id: idParamSchema }),
    answer: z.object({ password: z.string() }),
  }),
}
