import { breakPoints, graphemeEnds } from './break-points.ts'
import type { Measure } from './measure.ts'
import type { Paragraph, Span } from './paragraphs.ts'
import type { RunStyle } from './run-style.ts'
import { tabSize } from './text-css.ts'

/** A stretch of one style inside one line that is never stretched or broken. */
export interface Piece {
  kind: 'word' | 'space' | 'tab'
  text: string
  style: RunStyle
  /** Page pixels. A tab's is known only in its line. */
  width: number
}

/** The pieces of a line, from left to right. */
export interface BrokenLine {
  pieces: Piece[]
  /** Ended by a hard break or the paragraph's end, not by the box's edge. */
  hard: boolean
}

/** What stays together: a word and the spaces behind it. */
interface Segment {
  word: Piece[]
  spaces: Piece[]
}

/** Widths are sums of floats: what is wider by less than this still fits. */
const TOLERANCE = 0.001

/** The lines of a paragraph in a box of that width, as CSS with `pre-wrap` and `overflow-wrap: break-word` has them. */
export function breakLines(paragraph: Paragraph, width: number, measure: Measure): BrokenLine[] {
  const lines: BrokenLine[] = []
  const { text } = paragraph
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const pieces = fillLines(segmentsOf(paragraph, start, end, measure), width, measure, lines)
    lines.push({ pieces, hard: true })
    start = end + 1
  }
  return lines
}

/** Pushes every line that the box's edge ends, and returns the pieces of the one that remains. */
function fillLines(segments: Segment[], width: number, measure: Measure, lines: BrokenLine[]): Piece[] {
  let pieces: Piece[] = []
  let x = 0
  const endLine = () => {
    lines.push({ pieces, hard: false })
    pieces = []
    x = 0
  }
  for (const segment of segments) {
    let word = segment.word
    let wordWidth = widthOf(word)
    if (pieces.length > 0 && x + wordWidth > width + TOLERANCE && wordWidth > 0) endLine()
    while (pieces.length === 0 && wordWidth > width + TOLERANCE) {
      const [head, rest] = cutWord(word, width, measure)
      if (rest.length === 0) break
      pieces = head
      endLine()
      word = rest
      wordWidth = widthOf(word)
    }
    pieces.push(...word)
    x += wordWidth
    for (const piece of segment.spaces) {
      if (piece.kind === 'tab') piece.width = tabWidth(x, piece.style, measure)
      pieces.push(piece)
      x += piece.width
    }
  }
  return pieces
}

function widthOf(pieces: readonly Piece[]): number {
  let width = 0
  for (const piece of pieces) width += piece.width
  return width
}

/** From x to the next tab stop; one that is nearer than half a space is passed over, as CSS has it. */
function tabWidth(x: number, style: RunStyle, measure: Measure): number {
  const space = measure(' ', style.font)
  const stop = space * tabSize
  const width = stop - (x % stop)
  return width < space / 2 ? width + stop : width
}

/** As many characters of a word as fit, at least one, and the rest. */
function cutWord(word: readonly Piece[], width: number, measure: Measure): [Piece[], Piece[]] {
  const head: Piece[] = []
  let room = width
  for (const [index, piece] of word.entries()) {
    if (piece.width <= room + TOLERANCE) {
      head.push(piece)
      room -= piece.width
      continue
    }
    const at = fittingLength(piece, room, measure, head.length === 0)
    if (at > 0) head.push(pieceOf('word', piece.text.slice(0, at), piece.style, measure))
    const rest = word.slice(index)
    if (at === piece.text.length) rest.shift()
    else if (at > 0) rest[0] = restOf(piece, at, room, width, measure)
    return [head, rest]
  }
  return [head, []]
}

/**
 * What is left of a piece. As long as it fills more lines, it is not measured: a word of 50,000 characters would be
 * measured anew for each of its lines.
 */
function restOf(piece: Piece, at: number, taken: number, lineWidth: number, measure: Measure): Piece {
  const text = piece.text.slice(at)
  const width = piece.width - taken
  if (width > lineWidth * 2 && lineWidth > 0) return { ...piece, text, width }
  return pieceOf('word', text, piece.style, measure)
}

/**
 * How many code units of a piece fit into the room: whole characters, at least one when the line is still empty.
 * Chromium asks both how wide they are and how wide they were before the next one was cut off, which kerning moves.
 */
function fittingLength({ text, style, width }: Piece, room: number, measure: Measure, atLeastOne: boolean): number {
  // A word may be far longer than a line: only what could fit is cut into characters.
  const window = Math.ceil((text.length * room * 3) / width) + 64
  const ends = graphemeEnds(text.slice(0, window))
  if (window < text.length) ends.pop()
  const isWhole = window >= text.length
  const endOf = (count: number) => ends[count - 1] ?? 0
  const widthBetween = (from: number, to: number) => measure(text.slice(endOf(from), endOf(to)), style.font)
  const fits = (count: number) =>
    widthBetween(0, count) <= room + TOLERANCE &&
    ((isWhole && count === ends.length) ||
      widthBetween(0, count + 1) - widthBetween(count, count + 1) <= room + TOLERANCE)
  // Characters are about equally wide: begin where they should end, and walk.
  let count = Math.min(ends.length, Math.floor((text.length * room) / width))
  while (count > 0 && !fits(count)) count--
  while (count < ends.length && fits(count + 1)) count++
  if (count === 0 && atLeastOne) count = 1
  return endOf(count)
}

function pieceOf(kind: Piece['kind'], text: string, style: RunStyle, measure: Measure): Piece {
  return { kind, text, style, width: kind === 'tab' ? 0 : measure(text, style.font) }
}

function segmentsOf(paragraph: Paragraph, from: number, to: number, measure: Measure): Segment[] {
  const segments: Segment[] = []
  const { text } = paragraph
  let start = from
  for (const point of breakPoints(text.slice(from, to))) {
    const end = from + point
    let wordEnd = end
    while (wordEnd > start && (text[wordEnd - 1] === ' ' || text[wordEnd - 1] === '\t')) wordEnd--
    segments.push({
      word: piecesOf(paragraph, start, wordEnd, measure),
      spaces: piecesOf(paragraph, wordEnd, end, measure),
    })
    start = end
  }
  return segments
}

/** The pieces of characters `start` to `end`, cut where the style changes and around tabs. */
function piecesOf({ text, spans }: Paragraph, start: number, end: number, measure: Measure): Piece[] {
  const pieces: Piece[] = []
  for (let at = start; at < end;) {
    const span = spanAt(spans, at)
    if (span === undefined) break
    const stop = Math.min(end, span.end)
    for (const part of text.slice(at, stop).match(/\t|[^\t]+/g) ?? []) {
      const kind = part === '\t' ? 'tab' : part.startsWith(' ') && part.trim() === '' ? 'space' : 'word'
      pieces.push(pieceOf(kind, part, span.style, measure))
    }
    at = stop
  }
  return pieces
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
