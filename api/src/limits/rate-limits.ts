import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { ApiConfig } from '../config.ts'
import { ApiError } from '../http/api-error.ts'
import { createFailureLimit } from './failure-limit.ts'
import { tooManyRequests } from './too-many-requests.ts'

const HOUR = 3_600

export interface RateLimits {
  /** Runs a login that throws `wrong_credentials` when it failed; 429 when this account or address failed too often. */
  login<T>(account: string, address: string, attempt: () => Promise<T>): Promise<T>
  /** Counts a registration from this address; 429 when there were too many. */
  registration(address: string): Promise<void>
}

/** The limits of the design, counted in this process's memory. Only failures of logins count. */
export function createRateLimits(config: ApiConfig): RateLimits {
  if (!config.rateLimits) return { login: (_account, _address, attempt) => attempt(), registration: async () => {} }
  const seconds = config.loginFailureWindowSeconds
  const perAccount = createFailureLimit({ points: config.loginFailuresPerAccount, seconds })
  const perAddress = createFailureLimit({ points: config.loginFailuresPerAddress, seconds })
  const registrations = new RateLimiterMemory({ points: config.registrationsPerHour, duration: HOUR })

  return {
    login: (account, address, attempt) =>
      perAddress.guard(address, () => perAccount.guard(`${address} ${account}`, attempt, isFailedLogin), isFailedLogin),
    async registration(address) {
      try {
        await registrations.consume(address)
      } catch (refused) {
        throw refused instanceof RateLimiterRes ? tooManyRequests(refused.msBeforeNext) : refused
      }
    },
  }
}

function isFailedLogin(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'wrong_credentials'
}
