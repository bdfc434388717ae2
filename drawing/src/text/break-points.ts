import LineBreaker from '#linebreak'

const SOFT_HYPHEN = '\u00AD'

/** The places behind which a line may end (UAX #14), rising; the last is the text's length. `text` has no `\n`. */
export function breakPoints(text: string): number[] {
  const points: number[] = []
  const breaker = new LineBreaker(text)
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    // `hyphens: none`: nobody would draw the hyphen.
    if (text[next.position - 1] !== SOFT_HYPHEN) points.push(next.position)
  }
  if (points.at(-1) !== text.length) points.push(text.length)
  return points
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
