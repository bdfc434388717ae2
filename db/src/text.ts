/**
 * Text as it is stored: composed (NFC), so that the same word is the same bytes whatever keyboard it came from, and
 * without U+0000, which PostgreSQL cannot hold.
 */
export function storedText(text: string): string {
  return text.normalize('NFC').replaceAll('\0', '')
}

/** An address as it is stored and compared: composed, trimmed, lower case. */
export function storedEmail(email: string): string {
  return storedText(email).trim().toLowerCase()
}

/** A pattern for LIKE that finds `word` anywhere, whatever it holds. */
export function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

/** The words of a search; all of them must be found. At most ten: more only cost time. */
export function searchWords(search: string | undefined): string[] {
  return storedText(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
}
