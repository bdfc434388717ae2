import { isOfContent, type LessonJob } from '../job.ts'

/**
 * Keeps an edited lesson some minutes after an edit, so that however long people go on without a pause, and however they stop, what
 * they had is among its versions.
 */
export const keepVersion: LessonJob = {
  name: 'keep-version',
  isAskedBy: isOfContent,
  delaySeconds: (config) => Math.round(config.versionMinutes * 60),
  missing: ({ db }) => db.versions.needingVersion(500),
  run: ({ db }, lessonId) => db.versions.keepAutomatic(lessonId),
}
