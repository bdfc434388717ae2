import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyRequests } from './too-many-requests.ts'

/** Counts what `key` does; 429 once it was done `points` times within `seconds`, in this process's memory. */
export function createCountedLimit(limit: { points: number; seconds: number }): (key: string) => Promise<void> {
  const counted = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })
  return async (key) => {
    try {
      await counted.consume(key)
    } catch (refused) {
      throw refused instanceof RateLimiterRes ? tooManyRequests(refused.msBeforeNext) : refused
    }
  }
}
