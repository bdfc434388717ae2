/**
 * The text without what a store would refuse or change: U+0000 (PostgreSQL's JSON has no place for it) and halves of
 * surrogate pairs (UTF-8 has none for them, so that they would come back as U+FFFD).
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
