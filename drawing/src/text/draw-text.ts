import type { DrawingContext } from '../context.ts'
import type { TextLayout } from './layout-text.ts'
import { setTextState } from './measure.ts'
import type { PlacedMarker, TextLine, TextRun } from './place-lines.ts'
import { lineThickness, underlineOffset } from './text-css.ts'

/** Draws a layout with its box's top-left corner at the context's origin. */
export function drawText(ctx: DrawingContext, layout: TextLayout): void {
  ctx.save()
  setTextState(ctx)
  for (const { lines } of layout.blocks) {
    for (const line of lines) {
      for (const run of line.runs) drawHighlight(ctx, run, line)
      for (const run of line.runs) drawRun(ctx, run, line)
      for (const marker of line.markers) drawMarker(ctx, marker, line)
    }
  }
  ctx.restore()
}

function drawHighlight(ctx: DrawingContext, { style, x, width }: TextRun, line: TextLine): void {
  if (style.highlight === null) return
  ctx.fillStyle = style.highlight
  ctx.fillRect(x, line.baseline + style.shift - style.ascent, width, style.ascent + style.descent)
}

function drawRun(ctx: DrawingContext, { style, text, x, width }: TextRun, line: TextLine): void {
  const baseline = line.baseline + style.shift
  ctx.fillStyle = style.color
  if (text !== '') {
    ctx.font = style.font
    ctx.fillText(text, x, baseline)
  }
  const thickness = Math.max(1, style.fontSize * lineThickness)
  if (style.underline) ctx.fillRect(x, baseline + style.fontSize * underlineOffset, width, thickness)
  if (style.strike) ctx.fillRect(x, baseline - style.ascent / 3 - thickness / 2, width, thickness)
}

/** Bullets have the size and place that Chromium gives to `list-style-type` disc, circle and square. */
function drawMarker(ctx: DrawingContext, { marker, x, style }: PlacedMarker, line: TextLine): void {
  ctx.fillStyle = style.color
  if (marker.type === 'number') {
    ctx.font = style.font
    ctx.fillText(marker.text, x, line.baseline)
    return
  }
  const offset = Math.floor((style.ascent * 2) / 3)
  const size = Math.floor((offset + 1) / 2)
  const left = x - offset - 8
  const top = line.baseline - style.ascent + Math.floor((3 * (style.ascent - offset)) / 2)
  if (marker.type === 'square') {
    ctx.fillRect(left, top, size, size)
    return
  }
  ctx.beginPath()
  if (marker.type === 'disc') {
    ctx.ellipse(left + size / 2, top + size / 2, size / 2, size / 2, 0, 0, Math.PI * 2)
    ctx.fill()
  } else {
    ctx.strokeStyle = style.color
    ctx.lineWidth = Math.max(1, style.fontSize / 20)
    const radius = Math.max(0.5, (size - ctx.lineWidth) / 2)
    ctx.ellipse(left + size / 2, top + size / 2, radius, radius, 0, 0, Math.PI * 2)
    ctx.stroke()
  }
}
