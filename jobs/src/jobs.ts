import { PgBoss } from 'pg-boss'
import type { JobContext, LessonJob } from './job.ts'
import { startMailQueue } from './mail/mail-queue.ts'
import { drawThumbnail } from './thumbnails/draw-thumbnail.ts'
import { keepVersion } from './versions/keep-version.ts'
import { tendVersions } from './versions/tend-versions.ts'

/** Every job. */
const lessonJobs: readonly LessonJob[] = [drawThumbnail, keepVersion, tendVersions]

/**
 * Starts the workers: queues live in PostgreSQL (pg-boss), so work that was asked for survives any crash.
 * `databaseUrl` is the same database as `context.db`: pg-boss keeps a pool and a schema of its own in it.
 */
export async function createJobs(context: JobContext & { databaseUrl: string }): Promise<{ close(): Promise<void> }> {
  const { db, config, log } = context
  const boss = new PgBoss({
    connectionString: context.databaseUrl,
    max: 3,
    application_name: 'anawim-jobs',
    schedule: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has an error'))
  await boss.start()

  for (const job of lessonJobs) {
    // `short`: at most one waiting run a lesson, so a burst of edits asks for one drawing and not for hundreds.
    await boss.createQueue(job.name, { policy: 'short', retryLimit: 5, retryDelay: 5, retryBackoff: true })
    await boss.work<{ lessonId: number }>(
      job.name,
      { pollingIntervalSeconds: config.pollSeconds, batchSize: 1 },
      async (batch) => {
        for (const { data } of batch) await job.run(context, data.lessonId)
      },
    )
  }

  const mails = await startMailQueue(boss, context)

  const ask = async (job: LessonJob, lessonId: number) => {
    await boss.send(job.name, { lessonId }, { singletonKey: String(lessonId), startAfter: job.delaySeconds(config) })
  }
  const askForMissing = async () => {
    await mails.askForWaiting()
    for (const job of lessonJobs) {
      for (const lessonId of await job.missing(context)) await ask(job, lessonId)
    }
  }
  const guarded = (work: Promise<void>) => {
    work.catch((error: unknown) => log.error({ err: error }, 'could not ask for a job; the next start asks again'))
  }

  const stopListening = db.events.on((event) => {
    guarded(mails.hear(event))
    if (!('lessonId' in event)) return
    for (const job of lessonJobs) if (job.isAskedBy(event)) guarded(ask(job, event.lessonId))
  })
  const stopReconnecting = db.events.onReconnect(() => guarded(askForMissing()))
  await askForMissing()

  return {
    async close() {
      stopListening()
      stopReconnecting()
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}
