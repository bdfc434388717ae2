import type { Brush, InkPoint } from '@anawim/lesson'
import { getStroke } from 'perfect-freehand'
import type { DrawingContext } from '../context.ts'
import type { Point } from '../elements/view.ts'

/** What a hand draws with. */
export interface InkStyle {
  brush: Brush
  stroke: string
  /** Page pixels. */
  strokeWidth: number
  opacity: number
}

/** A part of a path that starts in the middle between two of its corners, and bends around each: smooth, and passes near all of them. */
type Corners = readonly (readonly [number, number])[]

/** How a line is put on a context: its edge, to be filled, or its middle, to be stroked. */
export interface InkPath {
  corners: Corners
  isFilled: boolean
}

/** The shape of a line: of a pen, the edge of what its pressure (or else its speed) leaves on the paper; of a highlighter, its middle. */
export function inkPath(
  points: readonly InkPoint[],
  { brush, strokeWidth }: Pick<InkStyle, 'brush' | 'strokeWidth'>,
): InkPath {
  if (brush === 'highlighter') return { corners: points.map(({ x, y }) => [x, y] as const), isFilled: false }
  const [dot] = points
  if (points.length === 1 && dot) return { corners: circle(dot, strokeWidth / 2), isFilled: true }
  const isPressed = points.every(({ pressure }) => pressure !== null)
  const corners = getStroke(
    points.map(({ x, y, pressure }) => [x, y, pressure ?? 0.5]),
    {
      size: strokeWidth,
      thinning: isPressed ? 0.6 : 0.5,
      smoothing: 0.5,
      streamline: 0.4,
      simulatePressure: !isPressed,
      last: true,
    },
  )
  return { corners, isFilled: true }
}

/** Corners between which curves make a circle of that radius. */
function circle({ x, y }: Point, radius: number): Corners {
  return Array.from({ length: 16 }, (_, index) => {
    const angle = (index * Math.PI) / 8
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  })
}

/** Puts the path on the context, or on a `Path2D`. */
export function traceInk(
  ctx: Pick<DrawingContext, 'closePath' | 'lineTo' | 'moveTo' | 'quadraticCurveTo'>,
  { corners, isFilled }: InkPath,
): void {
  const [first] = corners
  const last = corners.at(-1)
  if (!first || !last) return
  if (isFilled) ctx.moveTo((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
  else ctx.moveTo(first[0], first[1])
  for (let index = 0; index < corners.length; index++) {
    const [x, y] = corners[index] ?? first
    const next = corners[index + 1] ?? (isFilled ? first : null)
    if (next) ctx.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2)
    else ctx.lineTo(x, y)
  }
  if (isFilled) ctx.closePath()
}

/** Sets colour and line of the ink, and paints by `paint`, which fills or strokes. Leaves the context's state changed. */
export function paintInk(ctx: DrawingContext, style: InkStyle, isFilled: boolean, paint: () => void): void {
  ctx.globalAlpha *= style.opacity
  // What is written below a highlighter stays black.
  if (style.brush === 'highlighter') ctx.globalCompositeOperation = 'multiply'
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  if (isFilled) ctx.fillStyle = style.stroke
  else {
    ctx.strokeStyle = style.stroke
    ctx.lineWidth = style.strokeWidth
  }
  paint()
}

/** Draws a line that a hand is drawing now. Points in the context's units. */
export function drawInk(ctx: DrawingContext, points: readonly InkPoint[], style: InkStyle): void {
  const path = inkPath(points, style)
  ctx.save()
  ctx.beginPath()
  traceInk(ctx, path)
  paintInk(ctx, style, path.isFilled, () => (path.isFilled ? ctx.fill() : ctx.stroke()))
  ctx.restore()
}
