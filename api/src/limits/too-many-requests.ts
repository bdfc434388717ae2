import { ApiError } from '../http/api-error.ts'

/** 429, with the seconds to wait. */
export function tooManyRequests(milliseconds: number): ApiError {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1000))
  return new ApiError('too_many_requests', `Too many attempts. Try again in ${retryAfter} seconds.`, { retryAfter })
}
