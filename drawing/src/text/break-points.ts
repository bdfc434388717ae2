import LineBreaker from '#linebreak'

const SOFT_HYPHEN = '\u00AD'

/**
 * Behind a closing (or straight) quote and spaces, before what opens: there a line may end since Unicode 15.1, and does in
 * browsers (LB15a, LB15b); the table of npm `linebreak` is older.
 */
const QUOTE_BEFORE_OPENING = /["'”’»›] +(?=[([{“‘«‹])/g

/** The places behind which a line may end (UAX #14), rising; the last is the text's length. `text` has no `\n`. */
export function breakPoints(text: string): number[] {
  const found = new Set<number>()
  const breaker = new LineBreaker(text)
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    // `hyphens: none`: nobody would draw the hyphen.
    if (text[next.position - 1] !== SOFT_HYPHEN) found.add(next.position)
  }
  for (const { 0: match, index } of text.matchAll(QUOTE_BEFORE_OPENING)) found.add(index + match.length)
  return [...found.add(text.length)].sort((one, other) => one - other)
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('vi', { granularity: 'grapheme' }) : null

/** Where a too long word may be cut: the ends of what a reader sees as characters, rising; the last is the length. */
export function graphemeEnds(text: string): number[] {
  const ends: number[] = []
  if (segmenter === null) {
    let end = 0
    for (const character of text) ends.push((end += character.length))
  } else {
    for (const { index, segment } of segmenter.segment(text)) ends.push(index + segment.length)
  }
  return ends
}
