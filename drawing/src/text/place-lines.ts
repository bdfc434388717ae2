import type { BrokenLine } from './break-lines.ts'
import type { Measure } from './measure.ts'
import type { ListMarker, Paragraph } from './paragraphs.ts'
import { widthOf, type Piece } from './pieces.ts'
import type { RunStyle } from './run-style.ts'

/** Text of one style on one line. `x` from the box's left edge; all lengths in page pixels. */
export interface TextRun {
  text: string
  x: number
  width: number
  style: RunStyle
}

/** A number that begins at `x`, or a bullet that stands before `x`. */
export interface PlacedMarker {
  marker: ListMarker
  x: number
  style: RunStyle
}

/** One line. `y` is its upper edge and `baseline` where its letters stand, both from the box's upper edge. */
export interface TextLine {
  x: number
  y: number
  width: number
  height: number
  baseline: number
  runs: TextRun[]
  markers: PlacedMarker[]
}

/** A paragraph's lines placed one below the other from `top` on. */
export function placeLines(
  paragraph: Paragraph,
  lines: BrokenLine[],
  width: number,
  top: number,
  measure: Measure,
): TextLine[] {
  const room = Math.max(0, width - paragraph.indent)
  let y = top
  return lines.map((line, index) => {
    const { ascent, descent } = heightOf(line, paragraph.base)
    const visible = withoutHanging(line)
    const natural = widthOf(visible)
    const spare = Math.max(0, room - natural)
    const gap = paragraph.align === 'justify' && !line.hard ? spare / Math.max(1, countSpaces(visible)) : 0
    const shift = paragraph.align === 'center' ? spare / 2 : paragraph.align === 'right' ? spare : 0
    const x = paragraph.indent + shift
    const placed: TextLine = {
      x,
      y,
      width: natural + gap * countSpaces(visible),
      height: ascent + descent,
      baseline: y + ascent,
      runs: runsOf(visible, x, gap),
      markers: index === 0 ? paragraph.markers.map((marker) => placeMarker(marker, paragraph, measure)) : [],
    }
    y += placed.height
    return placed
  })
}

/** CSS: a line is as high as the highest of what stands on it, and never lower than its block's own style. */
function heightOf(line: BrokenLine, base: RunStyle): { ascent: number; descent: number } {
  let ascent = base.lineAscent
  let descent = base.lineDescent
  const include = (style: RunStyle) => {
    ascent = Math.max(ascent, style.lineAscent)
    descent = Math.max(descent, style.lineDescent)
  }
  for (const piece of line.pieces) include(piece.style)
  return { ascent, descent }
}

/** Spaces at the end of a line that the edge broke hang over it: they neither show nor count. */
function withoutHanging(line: BrokenLine): Piece[] {
  let end = line.pieces.length
  if (!line.hard) while (end > 0 && isHanging(line.pieces[end - 1])) end--
  return line.pieces.slice(0, end)
}

function isHanging(piece: Piece | undefined): boolean {
  return piece?.kind === 'space' || piece?.kind === 'tab'
}

/** What stretches in a justified line. */
const isStretched = (piece: Piece) => piece.kind === 'space' || piece.kind === 'glue'

function countSpaces(pieces: readonly Piece[]): number {
  let count = 0
  for (const piece of pieces) if (isStretched(piece)) count += piece.text.length
  return count
}

/** Joins pieces of one style into runs. With a gap, each space grows by it, and a run ends behind its spaces. */
function runsOf(pieces: readonly Piece[], left: number, gap: number): TextRun[] {
  const runs: TextRun[] = []
  let x = left
  let open: TextRun | null = null
  for (const piece of pieces) {
    const width: number = piece.width + (isStretched(piece) ? gap * piece.text.length : 0)
    if (open !== null && open.style === piece.style && piece.kind !== 'tab') {
      open.text += piece.text
      open.width = x + width - open.x
    } else {
      open = { text: piece.kind === 'tab' ? '' : piece.text, x, width, style: piece.style }
      runs.push(open)
    }
    x += width + piece.kern
    if (piece.kind === 'tab' || (gap > 0 && isStretched(piece))) open = null
  }
  return runs
}

function placeMarker(marker: ListMarker, paragraph: Paragraph, measure: Measure): PlacedMarker {
  const { markerStyle: style, indent } = paragraph
  return { marker, x: marker.type === 'number' ? indent - measure(marker.text, style.font) : indent, style }
}
