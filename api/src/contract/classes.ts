import { z } from 'zod'
import { defineRoute } from './route.ts'
import { fullNameSchema, personSchema } from './users.ts'
import { idParamSchema, lineSchema, rowIdSchema, timeSchema } from './values.ts'

/** Accounts that one request makes, or gives new codes. */
export const MAX_PUPILS_AT_ONCE = 100

/** A class. For its pupils `join_code` and `pupil_count` are null: they learn nothing of each other. */
export const classSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    teacher: personSchema,
    /** What a student joins it by; null while nobody can. */
    join_code: z.string().nullable(),
    pupil_count: z.int().nullable(),
    created_at: timeSchema,
  })
  .meta({ id: 'Class' })
export type SchoolClass = z.output<typeof classSchema>

/** A student of a class, as its teacher sees them. `has_code`: logs in with a code, and has no e-mail. */
export const pupilSchema = z
  .object({ user: personSchema, has_code: z.boolean(), is_active: z.boolean() })
  .meta({ id: 'Pupil' })
export type Pupil = z.output<typeof pupilSchema>

/** What a pupil logs in with, told once: a code that is all they need, or a new password beside their e-mail. */
export const pupilSecretSchema = z
  .object({ user: personSchema, kind: z.enum(['code', 'password']), secret: z.string() })
  .meta({ id: 'PupilSecret' })
export type PupilSecret = z.output<typeof pupilSecretSchema>

/** What is printed for pupils. `address`: where others in the network reach this server, if it knows. */
export const pupilCardsSchema = z
  .object({ items: z.array(pupilSecretSchema), address: z.url().nullable() })
  .meta({ id: 'PupilCards' })
export type PupilCards = z.output<typeof pupilCardsSchema>

export const classNameSchema = lineSchema(80).min(1)
const classBodySchema = z.strictObject({ name: classNameSchema })

const params = z.object({ id: idParamSchema })

export const classRoutes = {
  listClasses: defineRoute({
    method: 'GET',
    path: '/api/classes',
    summary: "A teacher's own classes; for a student those they are in",
    access: 'self',
    answer: z.object({ items: z.array(classSchema) }),
  }),
  createClass: defineRoute({
    method: 'POST',
    path: '/api/classes',
    summary: 'Make a class; 409 too_many_classes',
    access: { creates: 'class' },
    body: classBodySchema,
    status: 201,
    answer: classSchema,
  }),
  joinClass: defineRoute({
    method: 'POST',
    path: '/api/classes/join',
    summary: 'Join a class by its code, as a student; 403 wrong_code, 409 class_full',
    access: 'self',
    body: z.strictObject({ code: z.string().max(100) }),
    answer: classSchema,
  }),
  leaveClass: defineRoute({
    method: 'POST',
    path: '/api/classes/:id/leave',
    summary: 'Out of a class that one is in, as a student with an e-mail: who has a code of its teacher stays, 403',
    access: 'self',
    params,
    status: 204,
    answer: null,
  }),
  getClass: defineRoute({
    method: 'GET',
    path: '/api/classes/:id',
    summary: 'A class',
    access: { class: 'manage' },
    params,
    answer: classSchema,
  }),
  updateClass: defineRoute({
    method: 'PATCH',
    path: '/api/classes/:id',
    summary: 'Give it another name',
    access: { class: 'manage' },
    params,
    body: classBodySchema,
    answer: classSchema,
  }),
  deleteClass: defineRoute({
    method: 'DELETE',
    path: '/api/classes/:id',
    summary: 'Dissolve it: accounts stay, and what was shared with it is shared with its pupils no longer',
    access: { class: 'manage' },
    params,
    status: 204,
    answer: null,
  }),
  openClass: defineRoute({
    method: 'POST',
    path: '/api/classes/:id/join-code',
    summary: 'A new code to join it by; the old one ends',
    access: { class: 'manage' },
    params,
    answer: classSchema,
  }),
  closeClass: defineRoute({
    method: 'DELETE',
    path: '/api/classes/:id/join-code',
    summary: 'Nobody can join by themselves any more',
    access: { class: 'manage' },
    params,
    answer: classSchema,
  }),
  listPupils: defineRoute({
    method: 'GET',
    path: '/api/classes/:id/pupils',
    summary: 'Its students, by name',
    access: { class: 'manage' },
    params,
    answer: z.object({ items: z.array(pupilSchema) }),
  }),
  createPupils: defineRoute({
    method: 'POST',
    path: '/api/classes/:id/pupils',
    summary: 'Make accounts without e-mail, in the order given; each code is told this once; 409 class_full',
    access: { class: 'manage' },
    params,
    body: z.strictObject({ names: z.array(fullNameSchema).min(1).max(MAX_PUPILS_AT_ONCE) }),
    status: 201,
    answer: pupilCardsSchema,
  }),
  removePupil: defineRoute({
    method: 'DELETE',
    path: '/api/classes/:id/pupils/:userId',
    summary: 'Out of the class; the account stays',
    access: { class: 'manage' },
    params: z.object({ id: idParamSchema, userId: idParamSchema }),
    status: 204,
    answer: null,
  }),
  renewCodes: defineRoute({
    method: 'POST',
    path: '/api/classes/:id/codes',
    summary: 'New codes (for who has an e-mail, a temporary password); where they are logged in, that ends',
    access: { class: 'manage' },
    params,
    body: z.strictObject({ user_ids: z.array(rowIdSchema).min(1).max(MAX_PUPILS_AT_ONCE) }),
    answer: pupilCardsSchema,
  }),
}
