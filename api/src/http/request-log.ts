import type { Logger } from '@anawim/db'
import { newId } from '@anawim/lesson'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pinoHttp } from 'pino-http'

/**
 * Gives each request an id of ours (a client's would let anybody forge the log), says it in `X-Request-Id`, and logs the
 * answer. Of the request only method and path: headers hold tokens, queries hold what people search for.
 */
export function createRequestLog(log: Logger) {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    genReqId: (_req, res) => {
      const id = newId()
      res.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (req, res, error) => {
      if (error || res.statusCode >= 500) return 'error'
      return res.statusCode >= 400 || isApi(req) ? 'info' : 'debug'
    },
    serializers: {
      req: (req: { id: unknown; method: string; url: string; remoteAddress: string }) => ({
        id: req.id,
        method: req.method,
        path: pathOf(req.url),
        address: req.remoteAddress,
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  })
}

function isApi(req: IncomingMessage): boolean {
  return req.url?.startsWith('/api/') ?? false
}

/** The path without its query; of media only that it was media, because the address is all one needs to read it. */
function pathOf(url: string): string {
  return /^\/+media\//i.test(url) ? '/media/*' : (url.split('?', 1)[0] ?? url)
}
