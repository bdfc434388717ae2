import type { Box } from '@anawim/lesson'
import { type Point, type Rect, turn } from './point.ts'

export function centerOf(box: Rect): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A point of the page as the box sees it: from its centre, along its own axes. */
export function toLocal(box: Box, point: Point): Point {
  const center = centerOf(box)
  return turn({ x: point.x - center.x, y: point.y - center.y }, -box.rotation)
}

/** The corners in page pixels, clockwise from the top-left one. */
export function cornersOf(box: Box): Point[] {
  const center = centerOf(box)
  const [halfWidth, halfHeight] = [box.width / 2, box.height / 2]
  return [
    { x: -halfWidth, y: -halfHeight },
    { x: halfWidth, y: -halfHeight },
    { x: halfWidth, y: halfHeight },
    { x: -halfWidth, y: halfHeight },
  ].map((corner) => {
    const turned = turn(corner, box.rotation)
    return { x: center.x + turned.x, y: center.y + turned.y }
  })
}

/** The upright rectangle around all of them. */
export function unionOf(boxes: readonly Box[]): Rect | null {
  const corners = boxes.flatMap(cornersOf)
  if (corners.length === 0) return null
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

export function translate(box: Box, by: Point): Box {
  return { ...box, x: box.x + by.x, y: box.y + by.y }
}

/** Turned by so many degrees about a point of the page. */
export function rotateAbout(box: Box, pivot: Point, degrees: number): Box {
  const center = centerOf(box)
  const turned = turn({ x: center.x - pivot.x, y: center.y - pivot.y }, degrees)
  return {
    ...box,
    x: pivot.x + turned.x - box.width / 2,
    y: pivot.y + turned.y - box.height / 2,
    rotation: box.rotation + degrees,
  }
}

/** Do a marquee and a turned box share anything? Separating axes: the rectangle's two, and the box's two. */
export function touches(rect: Rect, box: Box): boolean {
  const rectCorners = cornersOf({ ...rect, rotation: 0 })
  const boxCorners = cornersOf(box)
  return [0, box.rotation].every((rotation) => {
    const one = spans(rectCorners, rotation)
    const other = spans(boxCorners, rotation)
    return one.x[0] <= other.x[1] && other.x[0] <= one.x[1] && one.y[0] <= other.y[1] && other.y[0] <= one.y[1]
  })
}

function spans(corners: readonly Point[], rotation: number): { x: [number, number]; y: [number, number] } {
  const turned = corners.map((corner) => turn(corner, -rotation))
  const xs = turned.map(({ x }) => x)
  const ys = turned.map(({ y }) => y)
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] }
}
