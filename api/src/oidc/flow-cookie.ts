import type { CookieOptions, Request, Response } from 'express'
import { z } from 'zod'

const NAME = 'anawim_oidc'
const TEN_MINUTES = 600_000

/** What a browser keeps while it is at the other server. Each value is held against that server's answer, so none needs a signature. */
const flowSchema = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  next: z.string().optional(),
})
export type Flow = z.output<typeof flowSchema>

/** Lax: the way back begins at another site. */
function options(req: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/api/auth/oidc', secure: req.secure }
}

export function setFlow(req: Request, res: Response, flow: Flow): void {
  const value = Buffer.from(JSON.stringify(flow)).toString('base64url')
  res.cookie(NAME, value, { ...options(req), maxAge: TEN_MINUTES })
}

/** The flow that this browser began, which ends with this; null when it began none. */
export function takeFlow(req: Request, res: Response): Flow | null {
  const cookies: unknown = req.cookies
  const value: unknown = typeof cookies === 'object' && cookies !== null ? Reflect.get(cookies, NAME) : undefined
  res.clearCookie(NAME, options(req))
  if (typeof value !== 'string') return null
  try {
    return flowSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    return null
  }
}
