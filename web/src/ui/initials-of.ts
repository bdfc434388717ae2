/**
 * Two letters that tell people apart: of the first word and the last. In Vietnamese the given name comes last, and what comes first
 * (a title, one of few family names) is shared by half the school.
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase()
}
