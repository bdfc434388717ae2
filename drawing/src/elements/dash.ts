import type { Dash } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'

/** Sets how the next stroke of that width is dashed. Dots are round, so the ends of all are. */
export function setDash(ctx: DrawingContext, dash: Dash, strokeWidth: number): void {
  if (dash === 'solid') return
  ctx.lineCap = 'round'
  ctx.setLineDash(dash === 'dotted' ? [0, strokeWidth * 2] : [strokeWidth * 2.5, strokeWidth * 2.5])
}
