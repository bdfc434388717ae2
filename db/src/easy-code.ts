import { randomInt } from 'node:crypto'

/** Capital letters and digits of which no two are mistaken for each other on paper. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code that people read from paper and type, of that many signs. */
export function newEasyCode(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** A code as it is stored: however it was spaced, and in capitals. */
export function storedEasyCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
}
