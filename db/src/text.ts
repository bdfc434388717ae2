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

/**
 * SQL of a pattern for LIKE on folded text, with one binding: a word as it was typed. Its `%`, `_` and `\\` are made harmless after it
 * was folded, because folding makes such signs of others (`％`).
 */
export const FOLDED_PATTERN = String.raw`'%' || replace(replace(replace(anawim_fold(?), '\', '\\'), '%', '\%'), '_', '\_') || '%'`

/** The words of a search; all of them must be found. At most ten: more only cost time. */
export function searchWords(search: string | undefined): string[] {
  return storedText(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
}
