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
})

export interface JobsConfig {
  thumbnailDelaySeconds: number
  pollSeconds: number
  versionMinutes: number
}

/** Throws a ConfigError that lists everything that is wrong. */
export function readJobsConfig(env: Record<string, string | undefined>): JobsConfig {
  const values = readEnvironment(jobsConfigSchema, env)
  return {
    thumbnailDelaySeconds: values.THUMBNAIL_DELAY_SECONDS,
    pollSeconds: values.JOBS_POLL_SECONDS,
    versionMinutes: values.VERSION_MINUTES,
  }
}
