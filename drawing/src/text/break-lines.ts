import { graphemeEnds } from './break-points.ts'
import type { Measure } from './measure.ts'
import type { Paragraph } from './paragraphs.ts'
import { pieceOf, segmentsOf, widthOf, type Piece, type Segment } from './pieces.ts'
import type { RunStyle } from './run-style.ts'
import { tabSize } from './text-css.ts'

/** The pieces of a line, from left to right. */
export interface BrokenLine {
  pieces: Piece[]
  /** Ended by a hard break or the paragraph's end, not by the box's edge. */
  hard: boolean
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
    if (pieces.length > 0) {
      const joined = x + (pieces.at(-1)?.kern ?? 0)
      if (wordWidth > 0 && joined + wordWidth > width + TOLERANCE) endLine()
      else x = joined
    }
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
      room -= piece.width + piece.kern
      continue
    }
    const at = fittingLength(piece, room, measure, head.length === 0)
    const rest = word.slice(index + 1)
    if (at > 0) head.push(pieceOf(piece.kind, piece.text.slice(0, at), piece.style, measure))
    if (at < piece.text.length) rest.unshift(at === 0 ? piece : restOf(piece, at, width, measure))
    return [head, rest]
  }
  return [head, []]
}

/** What is measured even though it is sure to fill more than a line, in code units. */
const LONG = 200

/**
 * What is left of a piece. While it is long its width is only told about: measured for each of its lines, a word of
 * 50,000 characters would take minutes.
 */
function restOf(piece: Piece, at: number, lineWidth: number, measure: Measure): Piece {
  const text = piece.text.slice(at)
  const width = (piece.width * text.length) / piece.text.length
  if (text.length > LONG && width > lineWidth * 2) return { ...piece, text, width }
  return { ...pieceOf(piece.kind, text, piece.style, measure), kern: piece.kern }
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
