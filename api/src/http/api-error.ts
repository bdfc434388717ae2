import { errorStatus, type ErrorCode, type ErrorDetail } from '@anawim/lesson'

/** What a handler throws to answer with an error. Its message is English, for developers; people read the web's words for `code`. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ErrorCode
  /** The HTTP status. Writable, because body-parser writes it (again) to what is thrown inside of it. */
  status: number
  readonly details: ErrorDetail[] | undefined
  /** Seconds until trying again makes sense. */
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, message: string, more: { details?: ErrorDetail[]; retryAfter?: number } = {}) {
    super(message)
    this.code = code
    this.status = errorStatus[code]
    this.details = more.details
    this.retryAfter = more.retryAfter
  }
}

/** There is nothing there, or nothing that this person may know of: the same words for both. */
export function notFound(): ApiError {
  return new ApiError('not_found', 'There is nothing here, or nothing that you may see.')
}

/** One field of the request is wrong. */
export function invalidField(path: string, message: string): ApiError {
  return new ApiError('invalid', 'The request is not valid.', { details: [{ path, message }] })
}
