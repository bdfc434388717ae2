import type { CookieOptions, Request, Response } from 'express'

const NAME = 'anawim_refresh'

/** Secure exactly when the request came by https: a school's server is reached by plain http, where browsers drop Secure cookies. */
function options(req: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/api/auth', secure: req.secure }
}

export function setRefreshCookie(req: Request, res: Response, session: { token: string; expiresAt: Date }): void {
  res.cookie(NAME, session.token, { ...options(req), expires: session.expiresAt })
}

export function clearRefreshCookie(req: Request, res: Response): void {
  res.clearCookie(NAME, options(req))
}

/** The refresh token that the browser sent. */
export function readRefreshCookie(req: Request): string | null {
  const cookies: unknown = req.cookies
  if (typeof cookies !== 'object' || cookies === null) return null
  const token: unknown = Reflect.get(cookies, NAME)
  return typeof token === 'string' && token !== '' ? token : null
}
