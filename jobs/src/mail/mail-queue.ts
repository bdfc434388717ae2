import type { AnawimEvent } from '@anawim/db'
import type { PgBoss } from 'pg-boss'
import type { JobContext } from '../job.ts'
import { createSendMail } from './send-mail.ts'

const QUEUE = 'mail'

/** The most that are asked for at a start. */
const MOST_WAITING = 1_000

/** The work on mails, for who runs the queue. */
export interface MailQueue {
  /** Asks for the mail of this event to be sent, when it is of one. */
  hear(event: AnawimEvent): Promise<void>
  /** Asks for all that wait: events may have been missed. */
  askForWaiting(): Promise<void>
}

/** Sends the mails that the server writes, and again when the mail server is away. Without one, they stay where admins read them. */
export async function startMailQueue(boss: PgBoss, context: JobContext): Promise<MailQueue> {
  const { db, config } = context
  if (!config.mail) return { hear: async () => {}, askForWaiting: async () => {} }

  const sendMail = createSendMail(config.mail, db)
  // Ten attempts, each twice as late: for about three hours.
  await boss.createQueue(QUEUE, { policy: 'short', retryLimit: 10, retryDelay: 10, retryBackoff: true })
  await boss.work<{ mailId: number }>(
    QUEUE,
    { pollingIntervalSeconds: config.pollSeconds, batchSize: 1 },
    async (batch) => {
      for (const { data } of batch) await sendMail(data.mailId)
    },
  )
  const ask = async (mailId: number) => {
    await boss.send(QUEUE, { mailId }, { singletonKey: String(mailId) })
  }

  return {
    hear: async (event) => {
      if (event.type === 'mail') await ask(event.mailId)
    },
    askForWaiting: async () => {
      for (const mailId of await db.mails.unsent(MOST_WAITING)) await ask(mailId)
    },
  }
}
