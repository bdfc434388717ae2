import { z } from 'zod'
import { givenPasswordSchema, passwordSchema, sessionSchema, userAnswerSchema } from './auth.ts'
import { defineRoute } from './route.ts'
import { fullNameSchema, languageSchema } from './users.ts'
import { idParamSchema, timeSchema } from './values.ts'

/** A place where one is logged in. */
export const listedSessionSchema = z
  .object({
    id: z.int(),
    /** What the browser called itself (`User-Agent`); empty when that is not known. */
    device: z.string(),
    created_at: timeSchema,
    /** To within the life of an access token. */
    last_used_at: timeSchema,
    is_current: z.boolean(),
  })
  .meta({ id: 'LoginSession' })
export type ListedSession = z.output<typeof listedSessionSchema>

export const profilePatchSchema = z.strictObject({
  full_name: fullNameSchema.optional(),
  language: languageSchema.optional(),
})

/** What is one's own. Those that know which session asks stand under /api/auth, where the refresh cookie goes. */
export const profileRoutes = {
  updateProfile: defineRoute({
    method: 'PATCH',
    path: '/api/profile',
    summary: 'Change one’s name and language',
    access: 'self',
    body: profilePatchSchema,
    answer: userAnswerSchema,
  }),
  uploadAvatar: defineRoute({
    method: 'POST',
    path: '/api/profile/avatar',
    summary: 'A picture of oneself (PNG, JPEG, WebP, GIF, AVIF), stored small and without metadata',
    access: 'self',
    upload: 'file',
    answer: userAnswerSchema,
  }),
  removeAvatar: defineRoute({
    method: 'DELETE',
    path: '/api/profile/avatar',
    summary: 'Have no picture',
    access: 'self',
    answer: userAnswerSchema,
  }),
  changePassword: defineRoute({
    method: 'POST',
    path: '/api/auth/password',
    summary: 'Change one’s password; all other sessions end. 422 when the old one is wrong',
    access: 'self',
    body: z.strictObject({ old_password: givenPasswordSchema, new_password: passwordSchema }),
    answer: sessionSchema,
  }),
  listSessions: defineRoute({
    method: 'GET',
    path: '/api/auth/sessions',
    summary: 'Where one is logged in',
    access: 'self',
    answer: z.object({ items: z.array(listedSessionSchema) }),
  }),
  endSession: defineRoute({
    method: 'DELETE',
    path: '/api/auth/sessions/:sessionId',
    summary: 'Log out one of them; access tokens end at once, the others are renewed by their cookies',
    access: 'self',
    params: z.object({ sessionId: idParamSchema }),
    status: 204,
    answer: null,
  }),
  endOtherSessions: defineRoute({
    method: 'DELETE',
    path: '/api/auth/sessions',
    summary: 'Log out everywhere but here',
    access: 'self',
    status: 204,
    answer: null,
  }),
}
