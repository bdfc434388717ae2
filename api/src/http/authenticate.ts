import type { Database } from '@anawim/db'
import type { Request, Response } from 'express'
import passport from 'passport'
import { ExtractJwt, Strategy } from 'passport-jwt'
import type { Login } from './handler.ts'

export type Authenticate = (req: Request, res: Response) => Promise<Login | null>

const bearer = ExtractJwt.fromAuthHeaderAsBearerToken()

/**
 * Who asks, by the bearer token; null when there is none, or none that is valid. passport-jwt judges signature, end,
 * issuer and audience; `db.tokens` then looks at the person's row, so that a suspension or a changed password counts at once.
 */
export function createAuthenticate({ tokens }: Database): Authenticate {
  const authenticator = new passport.Passport()
  const options = {
    jwtFromRequest: bearer,
    secretOrKey: tokens.secret(),
    algorithms: ['HS256' as const],
    issuer: 'anawim',
    audience: 'api',
  }
  authenticator.use(new Strategy(options, (claims: object, done) => done(null, claims)))

  const isTokenOfOurs = (req: Request, res: Response): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const judged = (error: unknown, claims?: object | false) => {
        if (error) reject(error)
        else resolve(Boolean(claims))
      }
      authenticator.authenticate('jwt', { session: false }, judged)(req, res, reject)
    })

  return async (req, res) => {
    const token = bearer(req)
    return token !== null && (await isTokenOfOurs(req, res)) ? tokens.verifyAccess(token) : null
  }
}
