import { isIP } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dbConfigSchema, publicUrlSchema, readEnvironment, smtpUrlSchema } from '@anawim/db'
import { z } from 'zod'
import { registrableRoles, registrationModes } from './contract/index.ts'

const whole = (normally: number, describe: string, min = 1) =>
  z.coerce.number().int().min(min).default(normally).describe(describe)

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []))

/** What Express can read, found out here and not by its exception. */
function isProxyList(text: string): boolean {
  if (/^\d{0,2}$/.test(text)) return true
  return text
    .split(',')
    .every((item) => /^(loopback|linklocal|uniquelocal)$/.test(item.trim()) || isNetwork(item.trim()))
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** The environment of the API. The descriptions are what `docs/configuration.md` says. */
export const apiConfigSchema = z
  .object({
    REGISTRATION: z
      .enum(registrationModes)
      .default('open')
      .describe('Who may register: everybody (`open`), who knows `INVITE_CODE` (`invite`), nobody (`closed`).'),
    INVITE_CODE: z.string().min(6).optional().describe('What newcomers must type when `REGISTRATION=invite`.'),
    BCRYPT_COST: whole(12, 'Cost of hashing a password; each step doubles the time.', 4).pipe(z.int().max(16)),
    ANAWIM_DATA_DIR: dbConfigSchema.shape.ANAWIM_DATA_DIR,
    REFRESH_GRACE_SECONDS: dbConfigSchema.shape.REFRESH_GRACE_SECONDS,
    ALLOWED_ORIGINS: list.describe(
      'Origins of other sites whose pages may call this server, with commas; its own pages always may.',
    ),
    TRUST_PROXY: z
      .string()
      .default('')
      .refine(
        isProxyList,
        'expected a number of hops, or addresses with commas, such as 10.0.0.1, 192.168.0.0/16, loopback',
      )
      .describe(
        'Which proxies to believe about the address and protocol of a request: a number of hops, or addresses and networks with commas. Empty: none.',
      ),
    RATE_LIMITS: z.enum(['on', 'off']).default('on').describe('`off` for tests.'),
    LOGIN_FAILURES_PER_ACCOUNT: whole(
      10,
      'Failed logins of one account from one address within the window, before it must wait.',
    ),
    LOGIN_FAILURES_PER_ADDRESS: whole(300, 'Failed logins from one address within the window, before it must wait.'),
    LOGIN_FAILURE_WINDOW_SECONDS: whole(900, 'The window in which failed logins are counted, in seconds.'),
    CODE_FAILURES_PER_ADDRESS: whole(
      30,
      'Wrong codes for one link, or by one student for classes, from one address within that window.',
    ),
    REGISTRATIONS_PER_HOUR: whole(200, 'Registrations from one address in an hour.'),
    FORGOTTEN_PASSWORDS_PER_HOUR: whole(100, 'Requests for a new password from one address in an hour.'),
    PASSWORD_RESET_MINUTES: whole(60, 'How long a link to a new password works, in minutes.'),
    INVITATION_DAYS: whole(14, 'How long an invitation by e-mail works, in days.'),
    PUBLIC_URL: publicUrlSchema,
    SMTP_URL: smtpUrlSchema,
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'Sign-in by OpenID Connect: the address of the school’s identity server. Its redirect address here is `PUBLIC_URL`/api/auth/oidc/callback.',
      ),
    OIDC_CLIENT_ID: z.string().min(1).optional().describe('What that server knows Anawim as.'),
    OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('The secret that goes with it.'),
    OIDC_LABEL: z.string().trim().min(1).max(60).default('OpenID Connect').describe('What the login page calls it.'),
    OIDC_ROLE: z
      .enum(registrableRoles)
      .default('student')
      .describe('What newcomers are who come that way, unless they were invited as something else.'),
    CANVASES_PER_MINUTE: whole(
      120,
      'Lessons, copies and versions that one person may have made in a minute: each keeps a whole canvas.',
    ),
    JSON_LIMIT_BYTES: whole(10 * 1024 * 1024, 'Largest JSON body, in bytes.'),
    UPLOAD_LIMIT_BYTES: whole(20 * 1024 * 1024, 'Largest uploaded picture, in bytes.'),
    VIDEO_LIMIT_BYTES: whole(512 * 1024 * 1024, 'Largest uploaded film, in bytes.'),
    AUDIO_LIMIT_BYTES: whole(128 * 1024 * 1024, 'Largest uploaded recording, in bytes.'),
    MEDIA_QUOTA_BYTES: whole(
      5 * 1024 * 1024 * 1024,
      'What the files of one person may take in all, in bytes; 0: as much as there is.',
      0,
    ),
    UPLOAD_HOURS: whole(24, 'How long an upload that stopped in the middle can be resumed, in hours.'),
    IMPORT_SECONDS: whole(60, 'How long fetching a file from an address may take, in seconds.'),
    IMAGE_LIMIT_PIXELS: whole(50_000_000, 'Most pixels of an uploaded picture; more could exhaust the memory.'),
    IMAGE_SIDE_PIXELS: whole(2560, 'Longest side of a stored picture; larger ones are made smaller.'),
    IMAGES_AT_ONCE: whole(2, 'Pictures that are re-encoded at the same time; others wait.'),
    LIVE_CACHE_BYTES: whole(64 * 1024 * 1024, 'Memory for lessons encoded for readers, in bytes.'),
    WEB_DIST: z
      .string()
      .default(fileURLToPath(new URL('../../web/dist', import.meta.url)))
      .describe('Folder of the built web app. Default: `web/dist`.'),
  })
  .refine((env) => env.REGISTRATION !== 'invite' || env.INVITE_CODE !== undefined, {
    path: ['INVITE_CODE'],
    message: 'needed when REGISTRATION=invite',
  })
  .refine((env) => env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID !== undefined, {
    path: ['OIDC_CLIENT_ID'],
    message: 'needed when OIDC_ISSUER is set',
  })

/** What the API needs to know. Durations in seconds, sizes in bytes and pixels. */
export type ApiConfig = ReturnType<typeof readApiConfig>

/** The API's configuration. Throws a ConfigError that lists everything that is wrong. Empty variables count as not set. */
export function readApiConfig(environment: Record<string, string | undefined>) {
  const env = readEnvironment(apiConfigSchema, environment)
  return {
    registration: env.REGISTRATION,
    inviteCode: env.INVITE_CODE,
    bcryptCost: env.BCRYPT_COST,
    refreshGraceSeconds: env.REFRESH_GRACE_SECONDS,
    allowedOrigins: env.ALLOWED_ORIGINS,
    trustProxy: /^\d*$/.test(env.TRUST_PROXY) ? Number(env.TRUST_PROXY) : env.TRUST_PROXY,
    rateLimits: env.RATE_LIMITS === 'on',
    loginFailuresPerAccount: env.LOGIN_FAILURES_PER_ACCOUNT,
    loginFailuresPerAddress: env.LOGIN_FAILURES_PER_ADDRESS,
    loginFailureWindowSeconds: env.LOGIN_FAILURE_WINDOW_SECONDS,
    codeFailuresPerAddress: env.CODE_FAILURES_PER_ADDRESS,
    registrationsPerHour: env.REGISTRATIONS_PER_HOUR,
    forgottenPasswordsPerHour: env.FORGOTTEN_PASSWORDS_PER_HOUR,
    passwordResetMinutes: env.PASSWORD_RESET_MINUTES,
    invitationDays: env.INVITATION_DAYS,
    publicUrl: env.PUBLIC_URL,
    sendsMail: env.SMTP_URL !== undefined,
    oidc:
      env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined
        ? null
        : {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            label: env.OIDC_LABEL,
            role: env.OIDC_ROLE,
          },
    canvasesPerMinute: env.CANVASES_PER_MINUTE,
    jsonLimitBytes: env.JSON_LIMIT_BYTES,
    uploadLimitBytes: env.UPLOAD_LIMIT_BYTES,
    videoLimitBytes: env.VIDEO_LIMIT_BYTES,
    audioLimitBytes: env.AUDIO_LIMIT_BYTES,
    mediaQuotaBytes: env.MEDIA_QUOTA_BYTES,
    uploadsFolder: join(env.ANAWIM_DATA_DIR, 'uploads'),
    uploadHours: env.UPLOAD_HOURS,
    importSeconds: env.IMPORT_SECONDS,
    imageLimitPixels: env.IMAGE_LIMIT_PIXELS,
    imageSidePixels: env.IMAGE_SIDE_PIXELS,
    imagesAtOnce: env.IMAGES_AT_ONCE,
    liveCacheBytes: env.LIVE_CACHE_BYTES,
    webDist: env.WEB_DIST,
  }
}
