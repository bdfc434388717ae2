import { randomInt } from 'node:crypto'

const CONSONANTS = 'bcdghklmnprstvx'
const VOWELS = 'aeiou'

/** A password that can be told over a table or written on a slip: `bamotu-kilera-4827`, about 50 random bits. */
export function makeTemporaryPassword(): string {
  const one = (letters: string) => letters[randomInt(letters.length)] ?? ''
  const word = () => Array.from({ length: 3 }, () => one(CONSONANTS) + one(VOWELS)).join('')
  return `${word()}-${word()}-${randomInt(1000, 10_000)}`
}
