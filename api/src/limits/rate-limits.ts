import type { ApiConfig } from '../config.ts'
import { ApiError } from '../http/api-error.ts'
import { createCountedLimit } from './counted-limit.ts'
import { createFailureLimit } from './failure-limit.ts'

const HOUR = 3_600
const MINUTE = 60

export interface RateLimits {
  /** Runs a login that throws `wrong_credentials` when it failed; 429 when this account or address failed too often. */
  login<T>(account: string, address: string, attempt: () => Promise<T>): Promise<T>
  /** Runs a try of a code, of that link or by that person, that throws `wrong_code` when it failed; 429 when too many failed. */
  code<T>(of: string, address: string, attempt: () => Promise<T>): Promise<T>
  /** Counts a registration from this address; 429 when there were too many. */
  registration(address: string): Promise<void>
  /** Counts a request for a new password from this address; 429 when there were too many. */
  forgottenPassword(address: string): Promise<void>
  /** Counts a canvas that this person has the database keep; 429 when there were too many. */
  kept(person: number): Promise<void>
}

/** The limits of the design, counted in this process's memory. Only failures of logins count. */
export function createRateLimits(config: ApiConfig): RateLimits {
  if (!config.rateLimits) {
    const unlimited = async () => {}
    const free = <T>(_of: string, _address: string, attempt: () => Promise<T>) => attempt()
    return { login: free, code: free, registration: unlimited, forgottenPassword: unlimited, kept: unlimited }
  }
  const seconds = config.loginFailureWindowSeconds
  const perAccount = createFailureLimit({ points: config.loginFailuresPerAccount, seconds })
  const perAddress = createFailureLimit({ points: config.loginFailuresPerAddress, seconds })
  const codes = createFailureLimit({ points: config.codeFailuresPerAddress, seconds })
  const codesOfAddress = createFailureLimit({ points: config.loginFailuresPerAddress, seconds })
  const kept = createCountedLimit({ points: config.canvasesPerMinute, seconds: MINUTE })

  return {
    login: (account, address, attempt) =>
      perAddress.guard(address, () => perAccount.guard(`${address} ${account}`, attempt, isFailedLogin), isFailedLogin),
    code: (of, address, attempt) =>
      codesOfAddress.guard(address, () => codes.guard(`${address} ${of}`, attempt, isWrongCode), isWrongCode),
    registration: createCountedLimit({ points: config.registrationsPerHour, seconds: HOUR }),
    forgottenPassword: createCountedLimit({ points: config.forgottenPasswordsPerHour, seconds: HOUR }),
    kept: (person) => kept(String(person)),
  }
}

function isFailedLogin(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'wrong_credentials'
}

function isWrongCode(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'wrong_code'
}
