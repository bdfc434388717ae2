import type { MailRow } from '@anawim/db'
import type { Mail, mailRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import type { HandlersOf } from '../http/handler.ts'
import { originOf } from '../http/origin-of.ts'

/** The admin's view of the mails: what was sent, what failed, and, where no mail server is configured, what to hand on. */
export function createMailHandlers({ db, config }: ApiDeps): HandlersOf<typeof mailRoutes> {
  return {
    async listMails({ query: { skip, limit }, req }) {
      const { items, total } = await db.mails.list({ skip, limit })
      const origin = config.sendsMail ? null : originOf(req, config.publicUrl)
      return { items: items.map((mail) => presentMail(mail, origin)), total, skip, limit }
    },
  }
}

/** `origin`: what links begin with; null where mails are sent, and are none of an admin's business. */
function presentMail(mail: MailRow, origin: string | null): Mail {
  return {
    id: mail.id,
    recipient: mail.recipient,
    subject: mail.subject,
    body: origin === null || mail.body === '' ? null : mail.body.replaceAll('%ORIGIN%', origin),
    failure: mail.failure,
    sent_at: mail.sentAt?.toISOString() ?? null,
    created_at: mail.createdAt.toISOString(),
  }
}
