import { z } from 'zod'
import { memberRoles } from './lessons.ts'
import { defineRoute } from './route.ts'
import { emailSchema, personSchema } from './users.ts'
import { idParamSchema, rowIdSchema } from './values.ts'

export const memberSchema = z.object({ user: personSchema, role: z.enum(memberRoles) }).meta({ id: 'Member' })
export type Member = z.output<typeof memberSchema>

const roleField = { role: z.enum(memberRoles) }

/** Someone whom one may know of, by id (`findPeople` gives it), or anybody by the exact e-mail. */
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
  leaveLesson: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/leave',
    summary: 'Be a member of it no longer',
    access: { lesson: 'leave' },
    params: z.object({ id: idParamSchema }),
    status: 204,
    answer: null,
  }),
  transferLesson: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/author',
    summary: 'Make a teacher who edits it its author; who was it becomes an editor. 422 when they are no such',
    access: { lesson: 'transfer' },
    params: z.object({ id: idParamSchema }),
    body: z.strictObject({ user_id: rowIdSchema }),
    status: 204,
    answer: null,
  }),
}
