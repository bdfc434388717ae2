import { breakPoints, graphemeEnds } from './break-points.ts'
import type { Measure } from './measure.ts'
import type { Paragraph, Span } from './paragraphs.ts'
import type { RunStyle } from './run-style.ts'

/** A stretch of one style inside one line. A `glue` is made of no-break spaces: stretched like spaces, kept like words. */
export interface Piece {
  kind: 'word' | 'space' | 'glue' | 'tab'
  text: string
  style: RunStyle
  /** Page pixels. A tab's is known only in its line. */
  width: number
  /** How far the next piece moves (mostly back) when it stands right behind this one on the same line. */
  kern: number
}

/** What stays together: a word and the spaces behind it. */
export interface Segment {
  word: Piece[]
  spaces: Piece[]
}

export function pieceOf(kind: Piece['kind'], text: string, style: RunStyle, measure: Measure): Piece {
  return { kind, text, style, width: kind === 'tab' ? 0 : measure(text, style.font), kern: 0 }
}

/** The width of pieces that stand on one line. */
export function widthOf(pieces: readonly Piece[]): number {
  let width = 0
  for (const piece of pieces) width += piece.width + piece.kern
  return width - (pieces.at(-1)?.kern ?? 0)
}

/** The segments of characters `from` to `to` of a paragraph, which hold no `\n`. */
export function segmentsOf(paragraph: Paragraph, from: number, to: number, measure: Measure): Segment[] {
  const segments: Segment[] = []
  const { text } = paragraph
  let start = from
  let before: Piece | undefined
  for (const point of breakPoints(text.slice(from, to))) {
    const end = from + point
    let wordEnd = end
    while (wordEnd > start && (text[wordEnd - 1] === ' ' || text[wordEnd - 1] === '\t')) wordEnd--
    const segment: Segment = {
      word: piecesOf(paragraph, start, wordEnd, measure),
      spaces: piecesOf(paragraph, wordEnd, end, measure),
    }
    for (const piece of segment.word) {
      if (before !== undefined) before.kern = kernBetween(before, piece, measure)
      before = piece
    }
    if (segment.spaces.length > 0) before = undefined
    segments.push(segment)
    start = end
  }
  return segments
}

/** Letters of one font are kerned also where a colour changes, or where a line might have ended but did not. */
function kernBetween(one: Piece, other: Piece, measure: Measure): number {
  const { font } = one.style
  if (one.kind !== 'word' || other.kind !== 'word' || font !== other.style.font) return 0
  const last = lastCharacter(one.text)
  const first = other.text.slice(0, graphemeEnds(other.text.slice(0, LONGEST))[0])
  return measure(last + first, font) - measure(last, font) - measure(first, font)
}

/** Code units in which a character, with its marks and joiners, is looked for. */
const LONGEST = 16

function lastCharacter(text: string): string {
  const end = text.slice(-LONGEST)
  return end.slice(graphemeEnds(end).at(-2) ?? 0)
}

/** The pieces of characters `start` to `end`, cut where the style changes, and around tabs and no-break spaces. */
function piecesOf({ text, spans }: Paragraph, start: number, end: number, measure: Measure): Piece[] {
  const pieces: Piece[] = []
  for (let at = start; at < end;) {
    const span = spanAt(spans, at)
    if (span === undefined) break
    const stop = Math.min(end, span.end)
    for (const part of text.slice(at, stop).match(/\t|\u00A0+| +|[^\t\u00A0 ]+/g) ?? []) {
      pieces.push(pieceOf(kindOf(part), part, span.style, measure))
    }
    at = stop
  }
  return pieces
}

function kindOf(part: string): Piece['kind'] {
  if (part === '\t') return 'tab'
  if (part.startsWith(' ')) return 'space'
  return part.startsWith('\u00A0') ? 'glue' : 'word'
}

function spanAt(spans: readonly Span[], position: number): Span | undefined {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) > position) high = middle
    else low = middle + 1
  }
  return spans[low]
}
