import { DatabaseAwayError } from '@anawim/db'
import { errorStatus, type ErrorCode } from '@anawim/lesson'
import type { ErrorRequestHandler } from 'express'
import type { ErrorAnswer } from '../contract/index.ts'
import { ApiError } from './api-error.ts'

/** The one place where an error becomes an answer: always `{error: {code, message, request_id, details?}}`, never a stack. */
export const answerErrors: ErrorRequestHandler = (thrown: unknown, req, res, _next) => {
  const error = toApiError(thrown)
  if (error.code === 'internal' || error.code === 'unavailable') req.log.error({ err: thrown }, 'request failed')
  if (res.headersSent) {
    res.destroy()
    return
  }
  const { code, message, details, retryAfter } = error
  const body: ErrorAnswer = {
    error: { code, message, request_id: idOf(req.id), ...(details ? { details } : {}) },
  }
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter))
  for (const header of ['ETag', 'Content-Encoding', 'Content-Length', 'Content-Type']) res.removeHeader(header)
  res.set('Cache-Control', 'no-store').status(errorStatus[code]).json(body)
}

/** What Express and its parsers throw carries a status: that of the client's mistake. */
function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (thrown instanceof DatabaseAwayError) {
    return new ApiError('unavailable', 'The database is away. Try again in a moment.', { retryAfter: 2 })
  }
  const status = numberIn(thrown, 'status')
  if (status !== undefined && status >= 400 && status < 500) return new ApiError(...clientMistake(status, thrown))
  return new ApiError('internal', 'Something went wrong on the server.')
}

function clientMistake(status: number, thrown: unknown): [ErrorCode, string] {
  if (status === 413) return ['too_large', 'The body is too large.']
  if (status === 415) return ['unsupported_media_type', 'The charset or encoding of the body is not supported.']
  if (status === 404) return ['not_found', 'There is nothing here, or nothing that you may see.']
  if (status === 412) return ['precondition_failed', 'It has changed since.']
  const isParsing = typeof thrown === 'object' && thrown !== null && 'type' in thrown
  return isParsing && thrown.type === 'entity.parse.failed'
    ? ['malformed_json', 'The body is not JSON.']
    : ['bad_request', 'The request is malformed.']
}

/** The id that the request log gave. */
function idOf(id: unknown): string {
  return typeof id === 'string' ? id : ''
}

function numberIn(value: unknown, key: string): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'number' ? found : undefined
}
