/** More than any request of ours has; see `limits` of a lesson. */
const MOST = { depth: 200, keys: 1_000, items: 100_000 } as const

const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]

/**
 * What a JSON text has too much of; null when it may be parsed. Looked at before that: ten megabytes of `[`, or of keys, keep a
 * parser and all who walk its result busy for ten seconds, in which the server answers nobody else.
 */
export function jsonExcess(json: Uint8Array): string | null {
  const commas = new Uint32Array(MOST.depth + 1)
  const most = new Uint32Array(MOST.depth + 1).fill(MOST.items)
  let level = 0
  let isInText = false
  for (let index = 0; index < json.length; index++) {
    const byte = json[index]
    if (isInText) {
      if (byte === BACKSLASH) index++
      else if (byte === QUOTE) isInText = false
    } else if (byte === QUOTE) isInText = true
    else if (byte === COMMA) {
      const count = (commas[level] ?? 0) + 1
      if (count >= (most[level] ?? 0)) return 'it has an object or a list with too many members'
      commas[level] = count
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++level > MOST.depth) return 'it is nested too deeply'
      commas[level] = 0
      most[level] = byte === OPEN_BRACE ? MOST.keys : MOST.items
    } else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && level > 0) level--
  }
  return null
}
