import type { Database } from '@anawim/db'
import { createTransport } from 'nodemailer'

/** Where mails go out, and what they say of where they come from. */
export interface MailServer {
  smtpUrl: string
  from: string
  /** What links begin with. */
  publicUrl: string
}

/** Milliseconds to wait for a mail server that says nothing. */
const PATIENCE = 20_000

/** Sends one mail and forgets what it said; a rejection is tried again by the queue, and an admin sees why it failed. */
export function createSendMail({ smtpUrl, from, publicUrl }: MailServer, db: Database) {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Mails are made of what people typed: nothing in one may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return async (mailId: number): Promise<void> => {
    const mail = await db.mails.byId(mailId)
    if (!mail || mail.sentAt !== null) return
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body.replaceAll('%ORIGIN%', publicUrl),
      })
    } catch (error) {
      await db.mails.setFailure(mailId, error instanceof Error ? error.message : String(error))
      throw error
    }
    await db.mails.setSent(mailId)
  }
}
