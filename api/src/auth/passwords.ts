import bcrypt from 'bcrypt'
import { MAX_PASSWORD_BYTES } from '../contract/index.ts'

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes the same time for an account that does not exist (null), so that an answer's delay names nobody. */
  matches(password: string, hashed: string | null): Promise<boolean>
}

/** The cost of pupils' codes, of which a teacher makes a hundred at once: nobody chose them, so a quarter of the time is enough. */
export function codeCost(bcryptCost: number): number {
  return Math.max(4, bcryptCost - 2)
}

/** bcrypt of that cost. It reads 72 bytes: a longer password never matches, and must not be hashed. */
export function createPasswords(cost: number): Passwords {
  let nobodys: Promise<string> | undefined
  return {
    hash: (password) => bcrypt.hash(password, cost),
    async matches(password, hashed) {
      const isTooLong = Buffer.byteLength(password) > MAX_PASSWORD_BYTES
      nobodys ??= bcrypt.hash('nobody has this password', cost)
      const isEqual = await bcrypt.compare(password, hashed === null || isTooLong ? await nobodys : hashed)
      return isEqual && hashed !== null && !isTooLong
    },
  }
}
