import type { Box, LessonElement } from '@anawim/lesson'
import { mirrorOf } from './elements/index.ts'
import type { Point } from './elements/view.ts'
import { frameOf, toRadians } from './frame.ts'
import type { Measure } from './text/measure.ts'

/** The upright box around the drawn element, in page pixels. */
export function boundsOf(element: LessonElement, measure: Measure): Omit<Box, 'rotation'> {
  const { x, y, width, height, rotation } = frameOf(element, measure)
  if (rotation === 0) return { x, y, width, height }
  const angle = toRadians(rotation)
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))]
  const turnedWidth = width * cos + height * sin
  const turnedHeight = width * sin + height * cos
  return {
    x: x + (width - turnedWidth) / 2,
    y: y + (height - turnedHeight) / 2,
    width: turnedWidth,
    height: turnedHeight,
  }
}

/** A place of the page in the box's own coordinates, its rotation undone. */
export function toLocal(frame: Box, point: Point): Point {
  const angle = toRadians(-frame.rotation)
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const fromCentre = { x: point.x - frame.x - frame.width / 2, y: point.y - frame.y - frame.height / 2 }
  return {
    x: fromCentre.x * cos - fromCentre.y * sin + frame.width / 2,
    y: fromCentre.x * sin + fromCentre.y * cos + frame.height / 2,
  }
}

/** A place in the box's own coordinates as the page has it. */
export function toPage(frame: Box, at: Point): Point {
  const angle = toRadians(frame.rotation)
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const fromCentre = { x: at.x - frame.width / 2, y: at.y - frame.height / 2 }
  return {
    x: frame.x + frame.width / 2 + fromCentre.x * cos - fromCentre.y * sin,
    y: frame.y + frame.height / 2 + fromCentre.x * sin + fromCentre.y * cos,
  }
}

/** A place in the drawn box as the looks of the element know it, which are mirrored afterwards. */
export function asSeen(element: LessonElement, { width, height }: Pick<Box, 'height' | 'width'>, at: Point): Point {
  const mirror = mirrorOf(element)
  return { x: mirror?.x ? width - at.x : at.x, y: mirror?.y ? height - at.y : at.y }
}
