import type { DrawingContext } from '../context.ts'

/** An element of a kind that this code does not know: kept, and shown as a grey box. */
export function drawUnknown(ctx: DrawingContext, element: { width: number; height: number }): void {
  const { width, height } = element
  ctx.fillStyle = '#e5e7eb'
  ctx.fillRect(0, 0, width, height)
  ctx.strokeStyle = '#9ca3af'
  ctx.lineWidth = 1.5
  ctx.setLineDash([6, 4])
  ctx.strokeRect(0.75, 0.75, Math.max(0, width - 1.5), Math.max(0, height - 1.5))
}
