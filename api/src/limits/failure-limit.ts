import { RateLimiterMemory } from 'rate-limiter-flexible'
import { tooManyRequests } from './too-many-requests.ts'

export interface FailureLimit {
  /** Runs the attempt unless `key` has failed too often; counts it when `isFailure` says so of what it throws. */
  guard<T>(key: string, attempt: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T>
}

/**
 * Counts failures only: a class that logs in from one address is never in its way. Attempts that run at the same time
 * count as failures until they end, and others wait for them, so that guessing in parallel gains nothing.
 */
export function createFailureLimit(limit: { points: number; seconds: number }): FailureLimit {
  const failures = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })
  const running = new Map<string, Set<Promise<unknown>>>()

  async function guard<T>(key: string, attempt: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
    for (;;) {
      const counted = await failures.get(key)
      if (counted && counted.consumedPoints >= limit.points) throw tooManyRequests(counted.msBeforeNext)
      const others = running.get(key)
      if (!others || (counted?.consumedPoints ?? 0) + others.size < limit.points) break
      await Promise.race(others)
    }
    const attempts = running.get(key) ?? new Set()
    running.set(key, attempts)
    const mine = run(key, attempt, isFailure)
    const settled = mine.then(noop, noop)
    attempts.add(settled)
    try {
      return await mine
    } finally {
      attempts.delete(settled)
      if (attempts.size === 0) running.delete(key)
    }
  }

  async function run<T>(key: string, attempt: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
    try {
      return await attempt()
    } catch (error) {
      if (isFailure(error)) await failures.penalty(key)
      throw error
    }
  }

  return { guard }
}

function noop(): void {}
