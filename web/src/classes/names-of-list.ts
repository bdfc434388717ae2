/**
 * The names of a list as people paste it: one a line, out of a table too, with or without numbers before them ("12. Lê An",
 * "12\tLê An\tNam" of a spreadsheet).
 */
export function namesOfList(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const cell = line.split('\t').find((part) => /\p{L}/u.test(part)) ?? ''
    const name = cell
      .replace(/^\s*\d+\s*[.):-]?\s*/, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    return name === '' ? [] : [name.slice(0, 200)]
  })
}
