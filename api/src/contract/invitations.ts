import { z } from 'zod'
import { passwordSchema, userAnswerSchema } from './auth.ts'
import { linkTokenSchema } from './recovery.ts'
import { defineRoute } from './route.ts'
import { emailSchema, fullNameSchema, languageSchema, roleSchema } from './users.ts'
import { countParam, idParamSchema, pageOf, timeSchema } from './values.ts'

/** Somebody who may make an account of that role. */
export const invitationSchema = z
  .object({
    id: z.int(),
    email: z.string(),
    role: roleSchema,
    /** Name of who invited them; null when that account is gone. */
    invited_by: z.string().nullable(),
    created_at: timeSchema,
    expires_at: timeSchema,
    has_ended: z.boolean(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.output<typeof invitationSchema>

export const invitationRoutes = {
  listInvitations: defineRoute({
    method: 'GET',
    path: '/api/admin/invitations',
    summary: 'Invitations that nobody has accepted, the newest first',
    access: { role: 'admin' },
    query: z.object({ skip: countParam(0, 1_000_000_000, 0), limit: countParam(1, 100, 20) }),
    answer: pageOf(invitationSchema),
  }),
  invite: defineRoute({
    method: 'POST',
    path: '/api/admin/invitations',
    summary: 'Invite by e-mail; a second one takes the place of the first. 409 email_taken',
    access: { role: 'admin' },
    body: z.strictObject({ email: emailSchema, role: roleSchema, language: languageSchema.optional() }),
    status: 201,
    answer: invitationSchema,
  }),
  withdrawInvitation: defineRoute({
    method: 'DELETE',
    path: '/api/admin/invitations/:id',
    summary: 'End an invitation',
    access: { role: 'admin' },
    params: z.object({ id: idParamSchema }),
    status: 204,
    answer: null,
  }),
  seeInvitation: defineRoute({
    method: 'POST',
    path: '/api/auth/invitation',
    summary: 'Whom the link of an invitation is for; 404 link_ended',
    access: 'public',
    body: z.strictObject({ token: linkTokenSchema }),
    answer: z.object({ email: z.string(), role: roleSchema }),
  }),
  acceptInvitation: defineRoute({
    method: 'POST',
    path: '/api/auth/invitation/accept',
    summary: 'Make the account that the invitation is for, whatever `REGISTRATION` says; 404 link_ended',
    access: 'public',
    body: z.strictObject({ token: linkTokenSchema, full_name: fullNameSchema, password: passwordSchema }),
    status: 201,
    answer: userAnswerSchema,
  }),
}
