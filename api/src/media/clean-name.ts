import { cutText } from '../cut-text.ts'

/** The name that a file had, for people to read: never part of a path. */
export function cleanName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  return cutText(clean, 200) || 'image'
}
