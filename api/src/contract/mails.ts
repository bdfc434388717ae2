import { z } from 'zod'
import { defineRoute } from './route.ts'
import { countParam, pageOf, timeSchema } from './values.ts'

/** A mail of this server. */
export const mailSchema = z
  .object({
    id: z.int(),
    recipient: z.string(),
    subject: z.string(),
    /** Told only where this server has no mail server, so that an admin can hand it on. */
    body: z.string().nullable(),
    /** Why sending it failed the last time. */
    failure: z.string().nullable(),
    sent_at: timeSchema.nullable(),
    created_at: timeSchema,
  })
  .meta({ id: 'Mail' })
export type Mail = z.output<typeof mailSchema>

export const mailRoutes = {
  listMails: defineRoute({
    method: 'GET',
    path: '/api/admin/mails',
    summary: 'Mails of the last 30 days, the newest first',
    access: { role: 'admin' },
    query: z.object({ skip: countParam(0, 1_000_000_000, 0), limit: countParam(1, 100, 20) }),
    answer: pageOf(mailSchema),
  }),
}
