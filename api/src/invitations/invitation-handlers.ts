import type { InvitationRow } from '@anawim/db'
import { createPasswords } from '../auth/passwords.ts'
import { linkEnded } from '../auth/recovery-handlers.ts'
import type { Invitation, invitationRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { requestLanguage } from '../http/request-language.ts'
import { invitationMail } from '../mail/mail-texts.ts'
import { presentUser } from '../users/present-user.ts'

/** Inviting people by e-mail, and what those do with it. */
export function createInvitationHandlers({ db, config }: ApiDeps): HandlersOf<typeof invitationRoutes> {
  const passwords = createPasswords(config.bcryptCost)

  return {
    async listInvitations({ query: { skip, limit } }) {
      const { items, total } = await db.invitations.list({ skip, limit })
      return { items: items.map(presentInvitation), total, skip, limit }
    },

    async invite({ login, body: { email, role, language }, req }) {
      const days = config.invitationDays
      const put = await db.invitations.put({ email, role, invitedBy: login.person.id, lifeDays: days })
      if (put === 'email_taken') throw emailTaken()
      const text = invitationMail(language ?? requestLanguage(req), {
        by: login.fullName,
        role,
        token: put.token,
        days,
      })
      await db.mails.add({ recipient: put.invitation.email, ...text })
      return presentInvitation(put.invitation)
    },

    async withdrawInvitation({ params }) {
      if (!(await db.invitations.withdraw(params.id))) throw notFound()
    },

    async seeInvitation({ body }) {
      const invitation = await db.invitations.byToken(body.token)
      if (!invitation) throw linkEnded()
      return { email: invitation.email, role: invitation.role }
    },

    async acceptInvitation({ body: { token, full_name: fullName, password }, req }) {
      // Before the work of hashing: anybody could ask for that.
      if (!(await db.invitations.byToken(token))) throw linkEnded()
      const hashedPassword = await passwords.hash(password)
      const made = await db.invitations.accept({ token }, { hashedPassword, fullName, language: requestLanguage(req) })
      if (made === 'email_taken') throw emailTaken()
      const user = made === null ? null : await db.users.byId(made)
      if (!user) throw linkEnded()
      return { user: presentUser(user) }
    },
  }
}

function emailTaken(): ApiError {
  return new ApiError('email_taken', 'There is an account with this e-mail already.')
}

function presentInvitation({ id, email, role, invitedBy, createdAt, expiresAt }: InvitationRow): Invitation {
  return {
    id,
    email,
    role,
    invited_by: invitedBy,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
    has_ended: expiresAt.getTime() <= Date.now(),
  }
}
