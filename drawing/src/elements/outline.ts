import type { ShapeName } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import type { Point } from './view.ts'

/** Corners in a box of 1 × 1. */
export type Corners = readonly (readonly [number, number])[]

/** Inner to outer radius of a five-pointed star whose edges are straight lines. */
const INNER = 0.382

/** The corners of the outlines that every lesson may have; an ellipse has none. */
const corners: Partial<Record<ShapeName, Corners | null>> = {
  ellipse: null,
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  star: starCorners(5),
}

const rectangle: Corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

/** The corners of a plain outline in a box of 1 × 1; null: an ellipse. Any other is a rectangle. */
export function cornersOf(shape: ShapeName): Corners | null {
  const known = corners[shape]
  return known === undefined ? rectangle : known
}

/** A star that touches all four sides of its box. */
export function starCorners(points: number): Corners {
  return stretchedToBox(
    Array.from({ length: points * 2 }, (_, index) => {
      const radius = index % 2 === 0 ? 1 : INNER
      const angle = (index * Math.PI) / points
      return [Math.sin(angle) * radius, -Math.cos(angle) * radius] as const
    }),
  )
}

export function stretchedToBox(points: Corners): Corners {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return points.map(([x, y]) => [(x - left) / (right - left), (y - top) / (bottom - top)] as const)
}

/** A box in an element's own coordinates. */
export interface Inner {
  x: number
  y: number
  width: number
  height: number
}

/** Puts the outline that fills the box on the context as its path. */
export function traceOutline(ctx: DrawingContext, shape: ShapeName, { x, y, width, height }: Inner): void {
  ctx.beginPath()
  const points = cornersOf(shape)
  if (points === null) {
    ctx.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, Math.PI * 2)
  } else {
    points.forEach(([px, py], index) => {
      if (index === 0) ctx.moveTo(x + px * width, y + py * height)
      else ctx.lineTo(x + px * width, y + py * height)
    })
  }
  ctx.closePath()
}

/** Does the place lie inside the outline that fills the box? Null: an ellipse. */
export function isInsideCorners(points: Corners | null, { x, y, width, height }: Inner, at: Point): boolean {
  if (width <= 0 || height <= 0) return false
  const px = (at.x - x) / width
  const py = (at.y - y) / height
  if (points === null) return (px - 0.5) ** 2 + (py - 0.5) ** 2 <= 0.25
  let isInside = false
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length] ?? [0, 0]
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) isInside = !isInside
  })
  return isInside
}
