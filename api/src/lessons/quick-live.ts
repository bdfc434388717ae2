/**
 * The short way of `GET /api/lessons/:id/live`, which a whole class asks for at the same moment: who asks and whether they may is judged as everywhere, and the bytes are
 * ready. Whatever is not plain (no valid token, not allowed, another origin, odd encodings) goes the long way, through Express, and is answered there.
 */
import { createPace } from '@anawim/db'
import { judge, judgeLinkHolder, newId } from '@anawim/lesson'
import { ServerResponse, type IncomingMessage } from 'node:http'
import { lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { securityHeaders } from '../http/security-headers.ts'
import type { HttpMetrics } from '../operations/http-metrics.ts'
import type { LiveEncoding, LiveEntry, LiveLessons } from './live-cache.ts'

type Serve = (req: IncomingMessage, res: ServerResponse) => void

const PATH = /^\/api\/lessons\/([1-9]\d{0,9})\/live\/?$/
const BEARER = /^bearer (\S+)$/i

/** Answers that are written in one turn. */
const PER_TURN = 5

/** Hosts by which this server is called, of which the security headers are kept. */
const MOST_HOSTS = 50

/** Says whether it takes the request; `long` is the other way, for what turns out not to be plain. */
export function createQuickLive(
  { db, log }: ApiDeps,
  live: LiveLessons,
  metrics: HttpMetrics,
): (req: IncomingMessage, res: ServerResponse, long: Serve) => boolean {
  const pace = createPace(PER_TURN)

  async function find(token: string, id: number): Promise<LiveEntry | null> {
    const [bearer, stamped] = await Promise.all([db.tokens.verifyAccess(token), db.lessons.stampedFacts(id)])
    if (!stamped) return null
    const link = bearer ? null : await db.tokens.verifyLink(token)
    const verdict = bearer
      ? judge(bearer.person, 'read', stamped.facts)
      : link && judgeLinkHolder(link.holder, 'read', id, stamped.facts)
    return verdict === 'allowed' ? live(id, stamped.stamp) : null
  }

  return (req, res, long) => {
    const id = req.method === 'GET' ? PATH.exec(req.url ?? '')?.[1] : undefined
    const token = BEARER.exec(req.headers.authorization ?? '')?.[1]
    const encoding = encodingOf(req.headers['accept-encoding'])
    if (id === undefined || token === undefined || encoding === null || req.headers.origin !== undefined) return false
    const startedAt = performance.now()

    const answer = async (): Promise<void> => {
      const entry = await find(token, Number(id))
      if (!entry) return long(req, res)
      const bytes = await entry.encoded(encoding)
      await pace()
      if (res.destroyed) return
      const requestId = newId()
      const isHeld = req.headers['if-none-match'] === `"${entry.version}"`
      const status = isHeld ? 304 : 200
      const headers = headersFor(req).concat('X-Request-Id', requestId, 'Vary', 'Origin, Accept-Encoding')
      headers.push('Cache-Control', 'private, no-cache', 'ETag', `"${entry.version}"`)
      if (!isHeld) {
        headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length))
        if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
      }
      res.writeHead(status, headers)
      res.end(isHeld ? undefined : bytes)
      const ms = performance.now() - startedAt
      metrics.answered('GET', lessonRoutes.liveLesson.path, status, ms / 1000)
      const { remoteAddress: address } = req.socket
      const asked = { id: requestId, method: 'GET', path: req.url, address }
      log.info({ req: asked, res: { status }, responseTime: Math.round(ms) }, 'request completed')
    }
    // The long way finds the same trouble, and says so.
    answer().catch(() => (res.headersSent ? res.destroy() : long(req, res)))
    return true
  }
}

/** Null: asked for in a way that needs weighing. */
function encodingOf(accepted: string | undefined): LiveEncoding | null {
  if (accepted === undefined || accepted.includes(';') || accepted.includes('*')) return null
  const names = accepted.split(',').map((name) => name.trim())
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null
}

const known = new Map<string, string[]>()

/** The same as on every other answer: they depend on nothing but the host. */
function headersFor(req: IncomingMessage): string[] {
  const host = req.headers.host ?? ''
  const made = known.get(host) ?? securityHeadersOf(req)
  if (known.size < MOST_HOSTS) known.set(host, made)
  return made
}

function securityHeadersOf(req: IncomingMessage): string[] {
  const bare = new ServerResponse(req)
  securityHeaders(req, bare, () => {})
  return Object.entries(bare.getHeaders()).flatMap(([name, value]) => [name, String(value)])
}
