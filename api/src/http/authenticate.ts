import type { Database } from '@anawim/db'
import type { LinkHolder } from '@anawim/lesson'
import type { Request, Response } from 'express'
import { createSecretKey } from 'node:crypto'
import passport from 'passport'
import { ExtractJwt, Strategy } from 'passport-jwt'
import type { Login } from './handler.ts'

export interface Authenticate {
  /** Whose token it is, by its signature alone: asks no database. null when it is none of ours. */
  subject(req: Request, res: Response): Promise<string | null>
  /** Who asks; null when there is no token, or none that is valid. */
  login(req: Request, res: Response): Promise<Login | null>
  /** Which link the token was given for; null when it is none of a link that is still there. */
  holder(req: Request): Promise<LinkHolder | null>
}

const bearer = ExtractJwt.fromAuthHeaderAsBearerToken()

/**
 * Who asks, by the bearer token; null when there is none, or none that is valid. passport-jwt judges signature, end,
 * issuer and audience; `db.tokens` then looks at the person's row, so that a suspension or a changed password counts at once.
 */
export function createAuthenticate({ tokens }: Database): Authenticate {
  const authenticator = new passport.Passport()
  const options = {
    jwtFromRequest: bearer,
    secretOrKey: secretKey(tokens.secret()),
    algorithms: ['HS256' as const],
    issuer: 'anawim',
    audience: 'api',
  }
  authenticator.use(new Strategy(options, (claims: { sub?: unknown }, done) => done(null, claims)))

  const judge = (req: Request, res: Response): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const done = (error: unknown, claims?: { sub?: unknown } | false) => {
        if (error) reject(error)
        else resolve(claims && typeof claims.sub === 'string' ? claims.sub : null)
      }
      authenticator.authenticate('jwt', { session: false }, done)(req, res, reject)
    })

  /** Asked first for the person's turn and then for the login: a signature is judged once. */
  const judged = new WeakMap<Request, Promise<string | null>>()
  const subject = (req: Request, res: Response): Promise<string | null> => {
    const known = judged.get(req) ?? judge(req, res)
    judged.set(req, known)
    return known
  }

  return {
    subject,
    async login(req, res) {
      const token = bearer(req)
      return token !== null && (await subject(req, res)) !== null ? tokens.verifyAccess(token) : null
    },
    async holder(req) {
      const token = bearer(req)
      return (token !== null && (await tokens.verifyLink(token))?.holder) || null
    },
  }
}

/** As a key rather than as text, which would first be tried as a public key, at each request anew. */
function secretKey(secret: string): Buffer {
  return createSecretKey(Buffer.from(secret)) as object as Buffer
}
