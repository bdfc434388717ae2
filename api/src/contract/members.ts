import { z } from 'zod'
import { memberRoles } from './lessons.ts'
import { defineRoute } from './route.ts'
import { emailSchema, personSchema } from './users.ts'
import { idParamSchema, rowIdSchema } from './values.ts'

export const memberSchema = z.object({ user: personSchema, role: z.enum(memberRoles) }).meta({ id: 'Member' })
export type Member = z.output<typeof memberSchema>

const roleField = { role: z.enum(memberRoles) }

/** Someone, by id or by the exact e-mail: there is no searching for people. */
export const memberAddSchema = z.union([
  z.strictObject({ user_id: rowIdSchema, ...roleField }),
  z.strictObject({ email: emailSchema, ...roleField }),
])
export type MemberAdd = z.input<typeof memberAddSchema>

export const memberRoutes = {
  listMembers: defineRoute({
    method: 'GET',
    path: '/api/lessons/:id/members',
    summary: 'Whom the lesson is shared with',
    access: { lesson: 'seeMembers' },
    params: z.object({ id: idParamSchema }),
    answer: z.object({ items: z.array(memberSchema) }),
  }),
  addMember: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/members',
    summary: 'Share with someone, or change their role; 422 when there is no such account',
    access: { lesson: 'share' },
    params: z.object({ id: idParamSchema }),
    body: memberAddSchema,
    status: 201,
    answer: memberSchema,
  }),
  removeMember: defineRoute({
    method: 'DELETE',
    path: '/api/lessons/:id/members/:userId',
    summary: 'Share no longer',
    access: { lesson: 'share' },
    params: z.object({ id: idParamSchema, userId: idParamSchema }),
    status: 204,
    answer: null,
  }),
}
