import { distance, type Point } from '../../canvas/point.ts'

const STEP = Math.PI / 12

/** The point nearest to `to` that lies in a direction of 15° steps from `from`, as far away. */
export function straightened(from: Point, to: Point): Point {
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / STEP) * STEP
  const length = distance(from, to)
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length }
}
