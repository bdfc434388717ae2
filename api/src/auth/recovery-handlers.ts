import type { recoveryRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { addressOf } from '../http/address-of.ts'
import { ApiError } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { requestLanguage } from '../http/request-language.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import { resetMail } from '../mail/mail-texts.ts'
import { createPasswords } from './passwords.ts'

/** The way back for who forgot their password. */
export function createRecoveryHandlers(
  { db, config, log }: ApiDeps,
  limits: RateLimits,
): HandlersOf<typeof recoveryRoutes> {
  const passwords = createPasswords(config.bcryptCost)

  async function sendLink(email: string, language: 'vi' | 'en'): Promise<void> {
    const user = await db.users.byEmail(email)
    if (!user?.isActive) return
    const minutes = config.passwordResetMinutes
    const token = await db.passwordResets.start(user.id, minutes)
    if (token === null) return
    // Anybody can register another's address under a name that is an advertisement: it must not be mailed there.
    const name = user.isEmailProven ? user.fullName : null
    const text = resetMail(user.language ?? language, { name, token, minutes })
    await db.mails.add({ recipient: user.email, ...text })
  }

  return {
    async forgotPassword({ body, req }) {
      await limits.forgottenPassword(addressOf(req.ip))
      // Nobody waits for it: neither the answer nor its delay says whether there is such an account.
      void sendLink(body.email, requestLanguage(req)).catch((error: unknown) => {
        log.error({ err: error }, 'a link to a new password could not be made')
      })
    },

    async resetPassword({ body }) {
      // Before the work of hashing: anybody could ask for that.
      if (!(await db.passwordResets.isLive(body.token))) throw linkEnded()
      const user = await db.passwordResets.use(body.token, await passwords.hash(body.password))
      if (user === null) throw linkEnded()
    },
  }
}

/** A link that was used, is too old, or never was one. */
export function linkEnded(): ApiError {
  return new ApiError('link_ended', 'This link does not work any more.')
}
