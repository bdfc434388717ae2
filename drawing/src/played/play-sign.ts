import type { DrawingContext } from '../context.ts'

/** A disk with the sign of play, its middle at (x, y). */
export function drawPlaySign(
  ctx: DrawingContext,
  { x, y, radius, disk }: { x: number; y: number; radius: number; disk: string },
): void {
  ctx.fillStyle = disk
  ctx.beginPath()
  ctx.ellipse(x, y, radius, radius, 0, 0, Math.PI * 2)
  ctx.fill()
  ctx.fillStyle = '#ffffff'
  ctx.strokeStyle = '#ffffff'
  ctx.lineJoin = 'round'
  ctx.lineWidth = radius * 0.12
  // A triangle looks centred when its centre of mass is.
  const [left, right, half] = [x - radius * 0.24, x + radius * 0.46, radius * 0.4]
  ctx.beginPath()
  ctx.moveTo(left, y - half)
  ctx.lineTo(right, y)
  ctx.lineTo(left, y + half)
  ctx.closePath()
  ctx.fill()
  ctx.stroke()
}
