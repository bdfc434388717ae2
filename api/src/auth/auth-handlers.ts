import { readPupilCode, type UserRow } from '@anawim/db'
import type { Request, Response } from 'express'
import type { authRoutes, Session } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError } from '../http/api-error.ts'
import { requireAllowedOrigin } from '../http/cross-origin.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import { presentUser } from '../users/present-user.ts'
import { addressOf } from '../http/address-of.ts'
import { codeCost, createPasswords } from './passwords.ts'
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie.ts'
import { createRegister } from './register.ts'

/** Registering, logging in and out, and staying logged in. */
export function createAuthHandlers({ db, config }: ApiDeps, limits: RateLimits): HandlersOf<typeof authRoutes> {
  const passwords = createPasswords(config.bcryptCost)
  const codes = createPasswords(codeCost(config.bcryptCost))
  const register = createRegister(db, config, passwords, limits)

  async function sessionOf(user: UserRow): Promise<Session> {
    const { token, expiresIn } = await db.tokens.signAccess(user)
    return { access_token: token, token_type: 'bearer', expires_in: expiresIn, user: presentUser(user) }
  }

  async function userByCredentials(email: string, password: string): Promise<UserRow> {
    const user = await db.users.byEmail(email)
    const isRight = await passwords.matches(password, user?.hashedPassword ?? null)
    if (!user || !isRight) throw new ApiError('wrong_credentials', 'E-mail or password is wrong.')
    return user
  }

  async function userByCode(key: string, secret: string): Promise<UserRow> {
    const account = await db.pupils.byKey(key)
    const isRight = await codes.matches(secret, account?.hashedSecret ?? null)
    const user = account && isRight ? await db.users.byId(account.userId) : null
    if (!user) throw new ApiError('wrong_credentials', 'The code is wrong.')
    return user
  }

  async function enter(user: UserRow, req: Request, res: Response): Promise<Session> {
    if (!user.isActive) throw new ApiError('account_suspended', 'This account is suspended.')
    setRefreshCookie(req, res, await db.sessions.start(user.id))
    return sessionOf(user)
  }

  return {
    authOptions: () => ({ registration: config.registration }),

    async register({ body, req }) {
      return { user: presentUser(await register(body, addressOf(req.ip))) }
    },

    async login({ body, req, res }) {
      const user = await limits.login(body.email, addressOf(req.ip), () => userByCredentials(body.email, body.password))
      return enter(user, req, res)
    },

    async codeLogin({ body, req, res }) {
      // What cannot be a code is tried like one: it takes as long, and counts.
      const { key, secret } = readPupilCode(body.code) ?? { key: '', secret: '' }
      const user = await limits.login(`code ${key}`, addressOf(req.ip), () => userByCode(key, secret))
      return enter(user, req, res)
    },

    async me({ login }) {
      const user = await db.users.byId(login.person.id)
      if (!user) throw new ApiError('unauthenticated', 'This account is gone.')
      return { user: presentUser(user) }
    },

    async refresh({ req, res }) {
      requireAllowedOrigin(req, config.allowedOrigins)
      const token = readRefreshCookie(req)
      const next =
        token === null ? 'invalid' : await db.sessions.rotate(token, { graceSeconds: config.refreshGraceSeconds })
      const user = next === 'invalid' ? null : await db.users.byId(next.userId)
      if (next === 'invalid' || !user?.isActive) {
        clearRefreshCookie(req, res)
        throw new ApiError('unauthenticated', 'Log in again.')
      }
      setRefreshCookie(req, res, next)
      return sessionOf(user)
    },

    async logout({ req, res }) {
      requireAllowedOrigin(req, config.allowedOrigins)
      const token = readRefreshCookie(req)
      if (token !== null) await db.sessions.end(token)
      clearRefreshCookie(req, res)
    },
  }
}
