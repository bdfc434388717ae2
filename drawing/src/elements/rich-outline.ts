import type { ShapeName } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import { cornersOf, type Corners, type Inner, starCorners, stretchedToBox } from './outline.ts'

/** Seen from the left, in a box of 1 × 1. */
const arrow: Corners = [
  [0, 0.27],
  [0.6, 0.27],
  [0.6, 0],
  [1, 0.5],
  [0.6, 1],
  [0.6, 0.73],
  [0, 0.73],
]

const callout: Corners = [
  [0, 0],
  [1, 0],
  [1, 0.78],
  [0.42, 0.78],
  [0.16, 1],
  [0.22, 0.78],
  [0, 0.78],
]

/** The corners of an outline in a box of 1 × 1, a star's and a polygon's by their number; null: an ellipse. */
export function richCorners(shape: ShapeName, sides: number): Corners | null {
  switch (shape) {
    case 'polygon':
      return stretchedToBox(
        Array.from({ length: sides }, (_, index) => {
          const angle = (index * Math.PI * 2) / sides
          return [Math.sin(angle), -Math.cos(angle)] as const
        }),
      )
    case 'star':
      return starCorners(sides)
    case 'callout':
      return callout
    case 'arrowRight':
      return arrow
    case 'arrowLeft':
      return arrow.map(([x, y]) => [1 - x, y] as const)
    case 'arrowDown':
      return arrow.map(([x, y]) => [y, x] as const)
    case 'arrowUp':
      return arrow.map(([x, y]) => [y, 1 - x] as const)
    default:
      return cornersOf(shape)
  }
}

/** Puts an outline on the context as its path, its corners rounded by at most `radius` page pixels. */
export function traceCorners(ctx: DrawingContext, corners: Corners | null, box: Inner, radius: number): void {
  const { x, y, width, height } = box
  ctx.beginPath()
  if (corners === null) {
    ctx.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, Math.PI * 2)
    ctx.closePath()
    return
  }
  const points = corners.map(([px, py]) => ({ x: x + px * width, y: y + py * height }))
  points.forEach((corner, index) => {
    const before = points.at(index - 1) ?? corner
    const after = points[(index + 1) % points.length] ?? corner
    const into = towards(corner, before, radius)
    const out = towards(corner, after, radius)
    if (index === 0) ctx.moveTo(into.x, into.y)
    else ctx.lineTo(into.x, into.y)
    // Control points at 0.55 of the way make a quarter of a circle.
    if (radius > 0)
      ctx.bezierCurveTo(
        mix(into.x, corner.x),
        mix(into.y, corner.y),
        mix(out.x, corner.x),
        mix(out.y, corner.y),
        out.x,
        out.y,
      )
  })
  ctx.closePath()
}

const mix = (from: number, to: number) => from + (to - from) * 0.5523

/** So far from the corner along the side, and never past its middle. */
function towards(
  corner: { x: number; y: number },
  other: { x: number; y: number },
  by: number,
): { x: number; y: number } {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y)
  const part = length === 0 ? 0 : Math.min(by / length, 0.5)
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part }
}
