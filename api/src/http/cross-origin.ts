import { isOriginAllowed } from '@anawim/lesson'
import type { Request, RequestHandler } from 'express'
import { ApiError } from './api-error.ts'

const MINUTES_10 = 600

/** Pages of other sites: CORS headers for the origins that the configuration names, none for all others. */
export function createCrossOrigin(allowed: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const origin = req.headers.origin
    res.vary('Origin')
    if (origin === undefined || !allowed.includes(origin)) {
      next()
      return
    }
    res.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'ETag, Retry-After, X-Request-Id, Location',
    })
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) {
      next()
      return
    }
    res.set({
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match, If-None-Match',
      'Access-Control-Max-Age': String(MINUTES_10),
    })
    res.status(204).end()
  }
}

/** For what acts by cookie alone: a foreign page must not be able to set it off. */
export function requireAllowedOrigin(req: Request, allowed: readonly string[]): void {
  if (isOriginAllowed(req.headers.origin, req.host, allowed)) return
  throw new ApiError('origin_not_allowed', 'Pages of that origin may not do this.')
}
