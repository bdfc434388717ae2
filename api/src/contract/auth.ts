import { z } from 'zod'
import { defineRoute } from './route.ts'
import { emailSchema, fullNameSchema, userSchema } from './users.ts'

/** bcrypt reads no more than this: a longer password would be cut without a word. */
export const MAX_PASSWORD_BYTES = 72

/** 8 characters to 72 bytes. Composed letters (NFC), because keyboards differ in how they send `ế`. */
export const passwordSchema = z
  .string()
  .normalize('NFC')
  .min(8)
  .refine(
    (password) => new TextEncoder().encode(password).length <= MAX_PASSWORD_BYTES,
    'expected at most 72 bytes: about 72 plain or 24 accented letters',
  )

/** Whom one may register as. Admins are made by admins. */
export const registrableRoles = ['teacher', 'student'] as const

export const registrationModes = ['open', 'invite', 'closed'] as const
export type RegistrationMode = (typeof registrationModes)[number]

export const registerSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  full_name: fullNameSchema,
  role: z.enum(registrableRoles).default('teacher'),
  /** Asked for when registration is by invitation: what the school handed out. */
  invite_code: z.string().trim().max(200).optional(),
})
export type RegisterInput = z.input<typeof registerSchema>

/** A password that is compared, whatever was typed. */
export const givenPasswordSchema = z.string().normalize('NFC').min(1).max(1_000)

export const loginSchema = z.strictObject({
  email: z.string().normalize('NFC').trim().toLowerCase().min(1).max(254),
  password: givenPasswordSchema,
  /** Asked for when the password is one that an admin made: 403 password_change_required. */
  new_password: passwordSchema.optional(),
})
export type LoginInput = z.input<typeof loginSchema>

/** The code of a pupil whose account their teacher made; however it is spaced, in small letters too. */
export const codeLoginSchema = z.strictObject({ code: z.string().min(1).max(100) })

export const userAnswerSchema = z.object({ user: userSchema })

/** What logging in and refreshing give. `expires_in` in seconds. */
export const sessionSchema = z
  .object({
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: z.int(),
    user: userSchema,
  })
  .meta({ id: 'Session' })
export type Session = z.output<typeof sessionSchema>

export const authRoutes = {
  authOptions: defineRoute({
    method: 'GET',
    path: '/api/auth/options',
    summary: 'What a login page needs to know',
    access: 'public',
    answer: z.object({
      registration: z.enum(registrationModes),
      /** Does this server send mails? Else they are kept, and its admins hand them on. */
      mail: z.boolean(),
      /** What the other server is called that one may sign in by. */
      oidc: z.object({ label: z.string() }).nullable(),
    }),
  }),
  register: defineRoute({
    method: 'POST',
    path: '/api/auth/register',
    summary: 'Make an account; 409 email_taken, 403 registration_closed',
    access: 'public',
    body: registerSchema,
    status: 201,
    answer: userAnswerSchema,
  }),
  login: defineRoute({
    method: 'POST',
    path: '/api/auth/login',
    summary:
      'Access token, and the refresh cookie; 401 wrong_credentials, 403 account_suspended, password_change_required',
    access: 'public',
    body: loginSchema,
    answer: sessionSchema,
  }),
  codeLogin: defineRoute({
    method: 'POST',
    path: '/api/auth/code-login',
    summary: 'The same for the code of a pupil without e-mail; 401 wrong_credentials, 403 account_suspended',
    access: 'public',
    body: codeLoginSchema,
    answer: sessionSchema,
  }),
  me: defineRoute({
    method: 'GET',
    path: '/api/auth/me',
    summary: 'Who is logged in',
    access: 'self',
    answer: userAnswerSchema,
  }),
  refresh: defineRoute({
    method: 'POST',
    path: '/api/auth/refresh',
    summary: 'A new access token for the refresh cookie, which is replaced by its successor',
    access: 'public',
    answer: sessionSchema,
  }),
  logout: defineRoute({
    method: 'POST',
    path: '/api/auth/logout',
    summary: 'End the session of the refresh cookie',
    access: 'public',
    status: 204,
    answer: null,
  }),
}
