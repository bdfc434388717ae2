import { dbConfigSchema, publicUrlSchema, readEnvironment, smtpUrlSchema } from '@anawim/db'
import { z } from 'zod'
import type { MailServer } from './mail/send-mail.ts'

/** What the jobs process reads from its environment. */
export const jobsConfigSchema = z.object({
  THUMBNAIL_DELAY_SECONDS: z.coerce
    .number()
    .min(0)
    .max(3600)
    .default(3)
    .describe(
      'How long after an edit the picture of a lesson is drawn anew; one drawing serves all edits of that time.',
    ),
  JOBS_POLL_SECONDS: z.coerce
    .number()
    .min(0.5)
    .max(60)
    .default(2)
    .describe('How often the jobs process looks for work.'),
  VERSION_MINUTES: dbConfigSchema.shape.VERSION_MINUTES,
  UPKEEP_HOURS: z.coerce
    .number()
    .min(0.01)
    .max(240)
    .default(24)
    .describe(
      'How often the database is tidied: the trash, ended links and logins, old refused updates, vacuum and analyse.',
    ),
  TRASH_DAYS: z.coerce
    .number()
    .min(0)
    .max(36_500)
    .default(30)
    .describe(
      'Days that a deleted lesson, or an uploaded file that nothing uses, stays in the trash before it is deleted for ever.',
    ),
  MEDIA_UNUSED_DAYS: z.coerce
    .number()
    .min(0)
    .max(36_500)
    .default(90)
    .describe(
      'Days after which an uploaded file is deleted for ever that no lesson, version or template has used in all that time.',
    ),
  QUARANTINE_DAYS: z.coerce.number().min(0).max(36_500).default(90).describe('Days that refused updates are kept.'),
  SMTP_URL: smtpUrlSchema,
  MAIL_FROM: z
    .string()
    .min(3)
    .optional()
    .describe('The sender of mails, such as `Anawim <anawim@school.example>`. Needed with `SMTP_URL`.'),
  PUBLIC_URL: publicUrlSchema,
})

/** A mail server alone is not enough: its mails need a sender, and their links an address. */
const completeSchema = jobsConfigSchema.superRefine((env, { addIssue }) => {
  if (env.SMTP_URL === undefined) return
  for (const name of ['MAIL_FROM', 'PUBLIC_URL'] as const) {
    if (env[name] === undefined) addIssue({ code: 'custom', path: [name], message: 'needed when SMTP_URL is set' })
  }
})

export interface JobsConfig {
  thumbnailDelaySeconds: number
  pollSeconds: number
  versionMinutes: number
  upkeepHours: number
  trashDays: number
  mediaUnusedDays: number
  quarantineDays: number
  /** Without one mails are kept, for admins to read. */
  mail?: MailServer | null
}

/** Throws a ConfigError that lists everything that is wrong. */
export function readJobsConfig(env: Record<string, string | undefined>): JobsConfig {
  const values = readEnvironment(completeSchema, env)
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL: publicUrl } = values
  return {
    thumbnailDelaySeconds: values.THUMBNAIL_DELAY_SECONDS,
    pollSeconds: values.JOBS_POLL_SECONDS,
    versionMinutes: values.VERSION_MINUTES,
    upkeepHours: values.UPKEEP_HOURS,
    trashDays: values.TRASH_DAYS,
    mediaUnusedDays: values.MEDIA_UNUSED_DAYS,
    quarantineDays: values.QUARANTINE_DAYS,
    mail: smtpUrl && from && publicUrl ? { smtpUrl, from, publicUrl } : null,
  }
}
