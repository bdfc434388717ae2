import type { Request, Response } from 'express'
import { setRefreshCookie } from '../auth/refresh-cookie.ts'
import type { oidcRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { notFound } from '../http/api-error.ts'
import { answered, type Answered, type HandlersOf } from '../http/handler.ts'
import { originOf } from '../http/origin-of.ts'
import { requestLanguage } from '../http/request-language.ts'
import { setFlow, takeFlow } from './flow-cookie.ts'
import { createOidcProvider } from './oidc-provider.ts'
import { userOfClaims, type Refusal } from './user-of-claims.ts'

const CALLBACK = '/api/auth/oidc/callback'

/** How it went, for the login page: `done`, or why not. */
type Outcome = 'done' | 'failed' | 'unavailable' | Refusal

/** Signing in by another server's word. Whatever happens, the browser ends at the login page, which says it. */
export function createOidcHandlers(deps: ApiDeps): HandlersOf<typeof oidcRoutes> {
  const { db, config, log } = deps
  const provider = config.oidc && createOidcProvider(config.oidc)

  return {
    async oidcStart({ query, req, res }) {
      if (!provider) throw notFound()
      try {
        const { url, flow } = await provider.begin(originOf(req, config.publicUrl) + CALLBACK)
        setFlow(req, res, { ...flow, next: query.next })
        return leadTo(res, url.href)
      } catch (error) {
        log.warn({ err: error }, 'the server for OpenID Connect cannot be reached')
        return leadTo(res, loginPage('unavailable', query.next))
      }
    },

    async oidcCallback({ req, res }) {
      if (!provider) throw notFound()
      const flow = takeFlow(req, res)
      if (!flow) return leadTo(res, loginPage('failed', undefined))
      try {
        const claims = await provider.finish(addressOfAnswer(req), flow)
        const user = await userOfClaims(deps, claims, requestLanguage(req))
        if (typeof user === 'string') return leadTo(res, loginPage(user, flow.next))
        setRefreshCookie(req, res, await db.sessions.start(user.id, req.get('user-agent')))
        return leadTo(res, loginPage('done', flow.next))
      } catch (error) {
        log.warn({ err: error }, 'a sign-in by OpenID Connect failed')
        return leadTo(res, loginPage('failed', flow.next))
      }
    },
  }

  /** Where the answer came, under the address that it was asked to come to. */
  function addressOfAnswer(req: Request): URL {
    const address = new URL(originOf(req, config.publicUrl) + CALLBACK)
    address.search = new URL(req.originalUrl, 'http://localhost').search
    return address
  }
}

function loginPage(outcome: Outcome, next: string | undefined): string {
  const search = new URLSearchParams({ oidc: outcome, ...(next && { next }) })
  return `/login?${search.toString()}`
}

function leadTo(res: Response, address: string): Answered {
  res.set('Cache-Control', 'no-store').redirect(302, address)
  return answered
}
