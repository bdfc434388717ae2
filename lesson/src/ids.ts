/** Ids of pages and elements: ours are 10 characters, those that others made are kept when they match. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,32}$/

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/**
 * A new random id of 10 characters (60 bits). `getRandomValues` is used because, unlike `crypto.randomUUID`,
 * it also exists on a page that was served by plain http.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('')
}
