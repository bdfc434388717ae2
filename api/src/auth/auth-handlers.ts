import { readPupilCode, type UserRow } from '@anawim/db'
import type { authRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { addressOf } from '../http/address-of.ts'
import { ApiError, invalidField } from '../http/api-error.ts'
import { requireAllowedOrigin } from '../http/cross-origin.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import { presentUser } from '../users/present-user.ts'
import { codeCost, createPasswords } from './passwords.ts'
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie.ts'
import { createRegister } from './register.ts'
import { createSessionOf } from './session-of.ts'

/** Registering, logging in and out, and staying logged in. */
export function createAuthHandlers({ db, config }: ApiDeps, limits: RateLimits): HandlersOf<typeof authRoutes> {
  const passwords = createPasswords(config.bcryptCost)
  const codes = createPasswords(codeCost(config.bcryptCost))
  const register = createRegister(db, config, passwords, limits)
  const sessionOf = createSessionOf(db)

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

  /** A password that an admin made lets nobody in: its owner replaces it first. */
  async function replaceTemporary(user: UserRow, old: string, next: string | undefined): Promise<UserRow> {
    if (next === undefined) {
      throw new ApiError('password_change_required', 'Log in with `new_password` as well: this one was temporary.')
    }
    if (next === old) throw invalidField('new_password', 'expected another password')
    await db.users.setPassword(user.id, await passwords.hash(next))
    return (await db.users.byId(user.id)) ?? user
  }

  return {
    authOptions: () => ({
      registration: config.registration,
      mail: config.sendsMail,
      oidc: config.oidc && { label: config.oidc.label },
    }),

    async register({ body, req }) {
      return { user: presentUser(await register(body, addressOf(req.ip))) }
    },

    async login({ body, req, res }) {
      let user = await limits.login(body.email, addressOf(req.ip), () => userByCredentials(body.email, body.password))
      if (!user.isActive) throw new ApiError('account_suspended', 'This account is suspended.')
      if (user.mustChangePassword) user = await replaceTemporary(user, body.password, body.new_password)
      setRefreshCookie(req, res, await db.sessions.start(user.id, req.get('user-agent')))
      return sessionOf(user)
    },

    async codeLogin({ body, req, res }) {
      // What cannot be a code is tried like one: it takes as long, and counts.
      const { key, secret } = readPupilCode(body.code) ?? { key: '', secret: '' }
      const user = await limits.login(`code ${key}`, addressOf(req.ip), () => userByCode(key, secret))
      if (!user.isActive) throw new ApiError('account_suspended', 'This account is suspended.')
      setRefreshCookie(req, res, await db.sessions.start(user.id, req.get('user-agent')))
      return sessionOf(user)
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
