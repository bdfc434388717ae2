import type { IncomingMessage } from 'node:http'
import helmet from 'helmet'

/**
 * The content security policy of the design, and helmet's other headers. Left out because a school's server speaks plain
 * http: HSTS and `upgrade-insecure-requests` would break it, the opener policy and agent clusters only fill the console.
 */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      mediaSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'", socketSources],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: { policy: 'same-origin' },
})

/** `'self'` covers sockets of the same host in today's browsers; older Safari, on old phones, wants them named. */
function socketSources(req: IncomingMessage): string {
  const host = req.headers.host ?? ''
  return /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/.test(host)
    ? `ws://${host} wss://${host}`
    : "'self'"
}
