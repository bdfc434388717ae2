import { z } from 'zod'
import { defineRoute } from './route.ts'

/** The page to go on to; what is none of this site is not gone to. */
const nextParam = z.string().max(2_000).optional().catch(undefined)

/** Signing in by the word of another server (OpenID Connect). Browsers go there themselves: both answers lead them on. */
export const oidcRoutes = {
  oidcStart: defineRoute({
    method: 'GET',
    path: '/api/auth/oidc/start',
    summary: 'Leads to the other server; 404 when none is configured',
    access: 'public',
    query: z.object({ next: nextParam }),
    status: 302,
    answer: { file: 'text/html' },
  }),
  oidcCallback: defineRoute({
    method: 'GET',
    path: '/api/auth/oidc/callback',
    summary:
      'Where the other server leads back to; sets the refresh cookie and leads on to /login, which asks for the rest',
    access: 'public',
    status: 302,
    answer: { file: 'text/html' },
  }),
}
