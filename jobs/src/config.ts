import { dbConfigSchema, readEnvironment } from '@anawim/db'
import { z } from 'zod'

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
    .describe('How often the database is tidied: the trash, ended logins, old refused updates, vacuum and analyse.'),
  TRASH_DAYS: z.coerce
    .number()
    .min(0)
    .max(36_500)
    .default(30)
    .describe('Days that a deleted lesson stays in the trash before it is deleted for ever.'),
  QUARANTINE_DAYS: z.coerce.number().min(0).max(36_500).default(90).describe('Days that refused updates are kept.'),
})

export interface JobsConfig {
  thumbnailDelaySeconds: number
  pollSeconds: number
  versionMinutes: number
  upkeepHours: number
  trashDays: number
  quarantineDays: number
}

/** Throws a ConfigError that lists everything that is wrong. */
export function readJobsConfig(env: Record<string, string | undefined>): JobsConfig {
  const values = readEnvironment(jobsConfigSchema, env)
  return {
    thumbnailDelaySeconds: values.THUMBNAIL_DELAY_SECONDS,
    pollSeconds: values.JOBS_POLL_SECONDS,
    versionMinutes: values.VERSION_MINUTES,
    upkeepHours: values.UPKEEP_HOURS,
    trashDays: values.TRASH_DAYS,
    quarantineDays: values.QUARANTINE_DAYS,
  }
}
