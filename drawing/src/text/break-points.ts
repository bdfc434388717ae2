import LineBreaker from '#linebreak'

/**
 * Where lines may end, as Chromium decides it, so that a text does not jump when one begins to edit it: behind spaces
 * always, between two ASCII characters by a table of its own, and everywhere else by UAX #14.
 */

const SOFT_HYPHEN = '\u00AD'

const isSpace = (character: string | undefined) => character === ' ' || character === '\t'
const isAscii = (character: string) => character > ' ' && character <= '~'

/** Chromium's pairs, found by asking it for all of them: a break between one of `before` and one of `after`. */
const asciiPairs: readonly { before: RegExp; after: RegExp }[] = [
  { before: /[!"#%&)*+,.:;=>\\\]|}~]/, after: /[(<[{]/ },
  { before: /-/, after: /[A-Za-z"#%&'(*+\-<=>@[\\^_`{|~]/ },
  { before: /\?/, after: /[A-Za-z0-9#$%&(*+\-<=>@[\\^_`{|~]/ },
]

/** What UAX #14 has changed since the version that npm `linebreak` follows. */
const isWordInitialHyphen = /(^|[\s\u00A0\u200B])[-\u2010\u2012\u2013]$/u
const isAlphabetic = /^(\p{Alphabetic}|[\u00B2-\u00FF\u2022\u2190-\u2211\u2213-\u2BFF#&*<=>@^_`~])/u
const isIdeographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const wideOpening = /^[（「『【〈《［｛]/u
const beforeWideOpening = /[^\s\p{Ps}\p{Pi}"'\u00A0\u2060]$/u
const sign = /[€°−‰±]/u
const openBracket = /[([{]/
const closeBracket = /[)\]}。、）]/u

/** The places behind which a line may end, rising; the last is the text's length. `text` has no `\n`. */
export function breakPoints(text: string): number[] {
  const points: number[] = []
  const unicode = unicodeBreaks(text)
  for (let at = 1; at < text.length; at++) if (mayBreakAt(text, at, unicode)) points.push(at)
  points.push(text.length)
  return points
}

/** The places that UAX #14 allows; nothing when Chromium would not ask it either. */
function unicodeBreaks(text: string): Set<number> {
  const places = new Set<number>()
  if (/^[\t -~]*$/.test(text)) return places
  const breaker = new LineBreaker(text)
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) places.add(next.position)
  return places
}

function mayBreakAt(text: string, at: number, unicode: Set<number>): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at] ?? ''
  if (isSpace(after)) return false
  if (isSpace(before)) return true
  if (isAscii(before) && isAscii(after)) return mayBreakAscii(text[at - 2] ?? '', before, after)
  // `hyphens: none`: nobody would draw the hyphen.
  if (before === SOFT_HYPHEN) return false
  const start = text.slice(Math.max(0, at - 2), at)
  const rest = text.slice(at, at + 2)
  if (unicode.has(at)) return !(isWordInitialHyphen.test(start) && isAlphabetic.test(rest) && !isIdeographic.test(rest))
  if (wideOpening.test(rest)) return beforeWideOpening.test(start)
  return (sign.test(before) && openBracket.test(after)) || (closeBracket.test(before) && sign.test(after))
}

/** A hyphen before a digit may be a minus, unless a letter or a digit stands before it. */
function mayBreakAscii(beforeBefore: string, before: string, after: string): boolean {
  if (before === '-' && /[0-9]/.test(after)) return /[A-Za-z0-9]/.test(beforeBefore)
  return asciiPairs.some((pair) => pair.before.test(before) && pair.after.test(after))
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('vi', { granularity: 'grapheme' }) : null

/** Latin letters, composed Vietnamese ones, and signs: each a character of its own, which needs no segmenter. */
const isSimple = /^[\u0020-\u00AC\u00AE-\u02FF\u1E00-\u1EFF\u2010-\u2027]*$/

/** Where a too long word may be cut: the ends of what a reader sees as characters, rising; the last is the length. */
export function graphemeEnds(text: string): number[] {
  if (isSimple.test(text)) return Array.from(text, (_, index) => index + 1)
  const parts = segmenter === null ? Array.from(text) : Array.from(segmenter.segment(text), ({ segment }) => segment)
  let end = 0
  return parts.map((part) => (end += part.length))
}
