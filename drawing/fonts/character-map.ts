/** The code points that a TrueType font has a sign for (its `cmap` table, formats 4 and 12). `font` is a whole file. */
export function charactersOf(font: Buffer): Set<number> {
  const cmap = tableOf(font, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    const format = font.readUInt16BE(at)
    if (format === 12) readGroups(font, at, found)
    if (format === 4) readSegments(font, at, found)
  }
  return found
}

function tableOf(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

function readGroups(font: Buffer, at: number, found: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
    const [first, last] = [font.readUInt32BE(at + 16 + group * 12), font.readUInt32BE(at + 20 + group * 12)]
    for (let point = first; point <= last; point++) found.add(point)
  }
}

function readSegments(font: Buffer, at: number, found: Set<number>): void {
  const twice = font.readUInt16BE(at + 6)
  for (let offset = 0; offset < twice; offset += 2) {
    const last = font.readUInt16BE(at + 14 + offset)
    const first = font.readUInt16BE(at + 16 + twice + offset)
    const delta = font.readUInt16BE(at + 16 + twice * 2 + offset)
    const rangeAt = at + 16 + twice * 3 + offset
    const range = font.readUInt16BE(rangeAt)
    for (let point = first; point <= last && point < 0xffff; point++) {
      const glyph = range === 0 ? point : font.readUInt16BE(rangeAt + range + (point - first) * 2)
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(point)
    }
  }
}
