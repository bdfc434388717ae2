import type { Point } from '../elements/view.ts'

/** How far the place lies from the nearest part of the line through these points. */
export function distanceToPoints(points: readonly Point[], at: Point): number {
  let least = Infinity
  for (let index = 0; index < points.length; index++) {
    const from = points[Math.max(0, index - 1)]
    const to = points[index]
    if (from && to) least = Math.min(least, distanceToSegment(from, to, at))
  }
  return least
}

/** How far the place lies from a straight line between two others. */
function distanceToSegment(from: Point, to: Point, at: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length))
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy)
}
