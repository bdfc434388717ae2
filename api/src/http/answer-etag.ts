import { createHash } from 'node:crypto'

/** The ETag of a whole answer: for lists, of which one asks again more often than they change. */
export function answerEtag(answer: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22)}"`
}
