import type { LineHead } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import type { Point } from '../elements/view.ts'

/** How far a head reaches back from the tip: so much of the line is left out below it. */
export function headLength(head: LineHead, strokeWidth: number): number {
  return head === 'arrow' ? arrowLength(strokeWidth) * 0.8 : 0
}

/** Draws a head whose tip is at `tip`, on a line that comes from `from`. The context's fill and stroke are the line's colour. */
export function drawHead(ctx: DrawingContext, head: LineHead, strokeWidth: number, tip: Point, from: Point): void {
  if (head === 'none') return
  ctx.save()
  ctx.translate(tip.x, tip.y)
  ctx.rotate(Math.atan2(tip.y - from.y, tip.x - from.x))
  ctx.beginPath()
  if (head === 'arrow') {
    const length = arrowLength(strokeWidth)
    ctx.moveTo(0, 0)
    ctx.lineTo(-length, -length * 0.42)
    ctx.lineTo(-length * 0.8, 0)
    ctx.lineTo(-length, length * 0.42)
    ctx.closePath()
    ctx.fill()
  } else if (head === 'dot') {
    ctx.arc(0, 0, 2 + strokeWidth * 1.2, 0, Math.PI * 2)
    ctx.fill()
  } else {
    const reach = 4 + strokeWidth * 1.8
    ctx.moveTo(0, -reach)
    ctx.lineTo(0, reach)
    ctx.stroke()
  }
  ctx.restore()
}

function arrowLength(strokeWidth: number): number {
  return 8 + strokeWidth * 3
}
