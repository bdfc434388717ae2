import { z } from 'zod'
import { passwordSchema } from './auth.ts'
import { defineRoute } from './route.ts'
import { emailSchema } from './users.ts'

/** What the link of a mail carries. */
export const linkTokenSchema = z.string().min(1).max(200)

/** The way back for who forgot their password. */
export const recoveryRoutes = {
  forgotPassword: defineRoute({
    method: 'POST',
    path: '/api/auth/forgot-password',
    summary: 'Have a link sent that leads to a new password; the same answer whether there is such an account or not',
    access: 'public',
    body: z.strictObject({ email: emailSchema }),
    status: 204,
    answer: null,
  }),
  resetPassword: defineRoute({
    method: 'POST',
    path: '/api/auth/reset-password',
    summary: 'Set a new password by such a link, once; logs out everywhere. 404 link_ended',
    access: 'public',
    body: z.strictObject({ token: linkTokenSchema, password: passwordSchema }),
    status: 204,
    answer: null,
  }),
}
