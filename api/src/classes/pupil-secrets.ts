import { newPupilCode, type Database, type PupilCode } from '@anawim/db'
import { codeCost, createPasswords } from '../auth/passwords.ts'
import { makeTemporaryPassword } from '../auth/temporary-password.ts'

/** Hashed at the same time: as many as leave room for those who log in meanwhile. */
const AT_ONCE = 2

/** A code as it is printed: three groups of four. */
export function printedCode({ key, secret }: PupilCode): string {
  return `${key}-${secret.slice(0, 4)}-${secret.slice(4)}`
}

export interface PupilSecrets {
  /** New codes, and what is kept of each. */
  codes(count: number): Promise<{ code: PupilCode; hashedSecret: string }[]>
  /** A new password for an account with an e-mail. */
  password(): Promise<{ password: string; hashed: string }>
}

/** Makes what pupils log in with. No two keys of one call are the same, nor one that an account has. */
export function createPupilSecrets(db: Database, bcryptCost: number): PupilSecrets {
  const hashing = createPasswords(codeCost(bcryptCost))
  const passwords = createPasswords(bcryptCost)

  async function freeCode(taken: Set<string>): Promise<PupilCode> {
    for (;;) {
      const code = newPupilCode()
      if (taken.has(code.key) || (await db.pupils.byKey(code.key))) continue
      taken.add(code.key)
      return code
    }
  }

  return {
    async codes(count) {
      const taken = new Set<string>()
      const made: { code: PupilCode; hashedSecret: string }[] = []
      while (made.length < count) {
        const codes: PupilCode[] = []
        while (codes.length < Math.min(AT_ONCE, count - made.length)) codes.push(await freeCode(taken))
        const hash = async (code: PupilCode) => ({ code, hashedSecret: await hashing.hash(code.secret) })
        made.push(...(await Promise.all(codes.map(hash))))
      }
      return made
    },

    async password() {
      const password = makeTemporaryPassword()
      return { password, hashed: await passwords.hash(password) }
    },
  }
}
