import type { ErrorCode, ErrorDetail } from '@anawim/lesson'

/** What can go wrong with a call: what the server answers, or that it could not be reached. */
export type CallErrorCode = ErrorCode | 'unreachable'

/** A call that did not succeed. `errors:CODE` tells it to people; `details` name fields. */
export class ApiError extends Error {
  readonly code: CallErrorCode
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly details: ErrorDetail[]
  /** Seconds to wait, when the server said so. */
  readonly retryAfter: number | null
  /** What the server's log has it under. */
  readonly requestId: string | null

  constructor(
    code: CallErrorCode,
    status: number,
    more: { message?: string; details?: ErrorDetail[]; retryAfter?: number | null; requestId?: string | null } = {},
  ) {
    super(more.message ?? code)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.details = more.details ?? []
    this.retryAfter = more.retryAfter ?? null
    this.requestId = more.requestId ?? null
  }
}

/** The error of an answer that is not ok, whatever its body holds (a proxy's page too). */
export async function errorOfAnswer(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get('retry-after'))
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : null
  try {
    const { error } = (await response.json()) as {
      error: { code: ErrorCode; message: string; request_id: string; details?: ErrorDetail[] }
    }
    return new ApiError(error.code, response.status, {
      message: error.message,
      details: error.details ?? [],
      retryAfter,
      requestId: error.request_id,
    })
  } catch {
    return new ApiError(response.status >= 500 ? 'unavailable' : 'bad_request', response.status, { retryAfter })
  }
}

/** Any failure as an ApiError, so that there is one thing to show. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('internal', 0, { message: String(error) })
}
