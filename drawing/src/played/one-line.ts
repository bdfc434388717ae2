import type { DrawingContext } from '../context.ts'
import { fontOf } from '../fonts/font-of.ts'
import { createMeasure, setTextState } from '../text/measure.ts'

interface LineStyle {
  fontSize: number
  bold: boolean
  color: string
}

const fontFamily = 'Be Vietnam Pro'

/** The width of a short text, page pixels. */
export function lineWidth(ctx: DrawingContext, text: string, { fontSize, bold }: Omit<LineStyle, 'color'>): number {
  return createMeasure(ctx)(text, fontOf({ fontFamily, fontSize, bold, italic: false }))
}

/** One line of text with its baseline at `y`, cut short with an ellipsis where it is wider than `width`. */
export function drawLine(
  ctx: DrawingContext,
  text: string,
  { x, y, width, ...style }: LineStyle & { x: number; y: number; width: number },
): void {
  ctx.save()
  setTextState(ctx)
  ctx.font = fontOf({ fontFamily, fontSize: style.fontSize, bold: style.bold, italic: false })
  ctx.fillStyle = style.color
  ctx.fillText(fitted(ctx, text, width, style), x, y)
  ctx.restore()
}

function fitted(ctx: DrawingContext, text: string, width: number, style: LineStyle): string {
  if (lineWidth(ctx, text, style) <= width) return text
  const letters = text.normalize('NFC')
  let [fits, over] = [0, letters.length]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (lineWidth(ctx, cut(letters, middle), style) <= width) fits = middle
    else over = middle
  }
  return fits === 0 ? '' : cut(letters, fits)
}

/** Not through the middle of a sign that has two halves. */
const cut = (letters: string, count: number) =>
  `${letters
    .slice(0, count)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
