import type { UserRow } from '@anawim/db'
import { createPasswords } from '../auth/passwords.ts'
import { readRefreshCookie } from '../auth/refresh-cookie.ts'
import { createSessionOf } from '../auth/session-of.ts'
import type { profileRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { addressOf } from '../http/address-of.ts'
import { ApiError, invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import { presentUser } from '../users/present-user.ts'
import { createAvatars } from './avatars.ts'
import { presentSession } from './present-session.ts'

/** What is one's own: name, language, picture, password, and where one is logged in. */
export function createProfileHandlers(deps: ApiDeps, limits: RateLimits): HandlersOf<typeof profileRoutes> {
  const { db, config } = deps
  const passwords = createPasswords(config.bcryptCost)
  const avatars = createAvatars(deps)
  const sessionOf = createSessionOf(db)

  async function self(id: number): Promise<UserRow> {
    const user = await db.users.byId(id)
    if (!user) throw new ApiError('unauthenticated', 'This account is gone.')
    return user
  }

  /** The session that asks, by its cookie; null for who has a token alone. */
  function currentSession(req: Parameters<typeof readRefreshCookie>[0]): string | null {
    const token = readRefreshCookie(req)
    return token === null ? null : db.sessions.idOf(token)
  }

  return {
    async updateProfile({ login, body }) {
      const { full_name: fullName, language } = body
      const user = await db.users.setProfile(login.person.id, { fullName, language })
      return { user: presentUser(user ?? (await self(login.person.id))) }
    },

    uploadAvatar: async ({ login, req }) => ({
      user: presentUser(await avatars.replace(await self(login.person.id), req)),
    }),
    removeAvatar: async ({ login }) => ({ user: presentUser(await avatars.remove(await self(login.person.id))) }),

    async changePassword({ login, body, req }) {
      const user = await self(login.person.id)
      // A stolen token must not become a way to guess: it counts as a login that failed.
      const isRight = await limits
        .login(user.email, addressOf(req.ip), async () => {
          if (await passwords.matches(body.old_password, user.hashedPassword)) return true
          throw new ApiError('wrong_credentials', 'That is not the password.')
        })
        .catch((error: unknown) => {
          if (error instanceof ApiError && error.code === 'wrong_credentials') return false
          throw error
        })
      if (!isRight) throw invalidField('old_password', 'that is not the password')
      await db.users.setPassword(user.id, await passwords.hash(body.new_password), { keepSession: currentSession(req) })
      return sessionOf(await self(user.id))
    },

    async listSessions({ login, req }) {
      const sessions = await db.sessions.list(login.person.id, currentSession(req))
      return { items: sessions.map(presentSession) }
    },

    async endSession({ login, params }) {
      if (!(await db.sessions.endSome(login.person.id, { number: params.sessionId }))) throw notFound()
    },

    async endOtherSessions({ login, req }) {
      await db.sessions.endSome(login.person.id, { allBut: currentSession(req) })
    },
  }
}
