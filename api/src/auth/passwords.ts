import { NO_PASSWORD } from '@anawim/db'
import bcrypt from 'bcrypt'
import { MAX_PASSWORD_BYTES } from '../contract/index.ts'

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes the same time for an account that does not exist (null) or has no password, so that an answer's delay names nobody. */
  matches(password: string, hashed: string | null): Promise<boolean>
}

/** The cost of pupils' codes, of which a teacher makes a hundred at once: nobody chose them, so a quarter of the time is enough. */
export function codeCost(bcryptCost: number): number {
  return Math.max(4, bcryptCost - 2)
}

/** bcrypt of that cost. It reads 72 bytes: a longer password never matches, and must not be hashed. */
export function createPasswords(cost: number): Passwords {
  // Well formed, so that comparing with it is the whole work; and of no password, since nothing was hashed to make it.
  const nobodys = `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(22)}${'.'.repeat(31)}`
  return {
    hash: (password) => bcrypt.hash(password, cost),
    async matches(password, hashed) {
      const isPossible = hashed !== null && hashed !== NO_PASSWORD && Buffer.byteLength(password) <= MAX_PASSWORD_BYTES
      const isEqual = await bcrypt.compare(password, isPossible ? hashed : nobodys)
      return isEqual && isPossible
    },
  }
}
