import { z } from 'zod'
import { defineRoute } from './route.ts'
import { idParamSchema, timeSchema } from './values.ts'

/** Longest life of a link. */
export const MAX_LINK_DAYS = 366

/** A link for viewing, as those see it who may share the lesson. Its address is told once, when it is made. */
export const linkSchema = z
  .object({ id: z.int(), has_code: z.boolean(), created_at: timeSchema, expires_at: timeSchema })
  .meta({ id: 'Link' })
export type Link = z.output<typeof linkSchema>

export const linkCreateSchema = z.strictObject({
  days: z.int().min(1).max(MAX_LINK_DAYS).default(30),
  /** Who opens it must type six digits. */
  with_code: z.boolean().default(false),
})

/** `path`: what follows the server's address; `address`: where others in the network reach it, if it knows. Secret and code are not kept: this is the only time they are told. */
export const newLinkSchema = z
  .object({
    link: linkSchema,
    path: z.string(),
    secret: z.string(),
    code: z.string().nullable(),
    address: z.url().nullable(),
  })
  .meta({ id: 'NewLink' })
export type NewLink = z.output<typeof newLinkSchema>

export const linkOpenSchema = z.strictObject({
  secret: z
    .string()
    .trim()
    .regex(/^[\w-]{22}$/, 'expected the 22 characters of a link'),
  code: z.string().normalize('NFKC').trim().max(40).optional(),
})
export type LinkOpen = z.input<typeof linkOpenSchema>

/**
 * What opens the live lesson (`/api/lessons/:id/live`, and `lesson:watch` on the viewers' socket) for who has no account, and
 * nothing else. `expires_in` in seconds; open the link again before that.
 */
export const openedLinkSchema = z
  .object({ token: z.string(), expires_in: z.int(), lesson_id: z.int(), title: z.string() })
  .meta({ id: 'OpenedLink' })
export type OpenedLink = z.output<typeof openedLinkSchema>

const params = z.object({ id: idParamSchema })

export const linkRoutes = {
  listLinks: defineRoute({
    method: 'GET',
    path: '/api/lessons/:id/links',
    summary: 'The links for viewing that have not expired',
    access: { lesson: 'share' },
    params,
    answer: z.object({ items: z.array(linkSchema) }),
  }),
  createLink: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/links',
    summary: 'Make a link by which people without an account read the lesson while it is published; 409 too_many_links',
    access: { lesson: 'share' },
    params,
    body: linkCreateSchema,
    status: 201,
    answer: newLinkSchema,
  }),
  removeLink: defineRoute({
    method: 'DELETE',
    path: '/api/lessons/:id/links/:linkId',
    summary: 'Take a link back: who reads by it is out within a second',
    access: { lesson: 'share' },
    params: z.object({ id: idParamSchema, linkId: idParamSchema }),
    status: 204,
    answer: null,
  }),
  openLink: defineRoute({
    method: 'POST',
    path: '/api/links/open',
    summary: 'A token for reading, for the secret of a link; 403 code_needed, wrong_code; 404 when it leads nowhere',
    access: 'public',
    body: linkOpenSchema,
    answer: openedLinkSchema,
  }),
}
