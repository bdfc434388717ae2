import { createHash } from 'node:crypto'
import { readerText, type ReaderView } from '@anawim/lesson'

/**
 * The version of what readers see: the same content has the same name in every process and after every restart.
 * `content` must be what `forReaders()` gave. 22 characters of base64url (132 bits of SHA-256).
 */
export function readerVersion(view: ReaderView): string {
  return createHash('sha256').update(readerText(view)).digest('base64url').slice(0, 22)
}
