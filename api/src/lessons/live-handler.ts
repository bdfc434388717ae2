import type { Request } from 'express'
import type { lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { notFound } from '../http/api-error.ts'
import { answerNotModified } from '../http/answer-not-modified.ts'
import { answered, type Handler } from '../http/handler.ts'
import type { LiveEncoding, LiveLessons } from './live-cache.ts'

/** What readers get, ready made: the bytes were validated when they were written, so nothing is parsed here again. */
export function createLiveHandler({ db }: ApiDeps, live: LiveLessons): Handler<(typeof lessonRoutes)['liveLesson']> {
  return async ({ params, req, res }) => {
    const stamped = await db.lessons.stampedFacts(params.id)
    const entry = stamped && (await live(params.id, stamped.stamp))
    if (!entry) throw notFound()
    res.vary('Accept-Encoding')
    if (answerNotModified(req, res, `"${entry.version}"`)) return answered
    const encoding = bestEncoding(req)
    const bytes = await entry.encoded(encoding)
    if (encoding !== 'identity') res.set('Content-Encoding', encoding)
    res.set('Content-Type', 'application/json; charset=utf-8').set('Content-Length', String(bytes.length))
    res.status(200).end(req.method === 'HEAD' ? undefined : bytes)
    return answered
  }
}

/** brotli when the browser knows it, which it says over https and on localhost only; else gzip. */
function bestEncoding(req: Request): LiveEncoding {
  const best = req.acceptsEncodings('br', 'gzip', 'identity')
  return best === 'br' || best === 'gzip' ? best : 'identity'
}
