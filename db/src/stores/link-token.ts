import { createHash, randomBytes } from 'node:crypto'

/** What a link of a mail carries: 256 random bits. Only its hash is kept, so that who reads the database cannot follow it. */
export function newLinkToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfLinkToken(token) }
}

/** What is kept of such a token. A plain digest is enough: nobody can guess what it was made of. */
export function hashOfLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
