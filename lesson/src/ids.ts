/** Ids of pages and elements: ours are 10 characters, those that others made are kept when they match. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,32}$/

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

const LENGTH = 10

/** Random bytes for many ids, asked for at once: a class that comes in makes hundreds in a moment. */
let pool = new Uint8Array(0)
let used = 0

/**
 * A new random id of 10 characters (60 bits). `getRandomValues` is used because, unlike `crypto.randomUUID`,
 * it also exists on a page that was served by plain http.
 */
export function newId(): string {
  if (used + LENGTH > pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(LENGTH * 100))
    used = 0
  }
  let id = ''
  for (const end = used + LENGTH; used < end; used++) id += ALPHABET.charAt((pool[used] ?? 0) & 63)
  return id
}
