import type { Box, LessonElement } from '@anawim/lesson'
import { viewOf } from './elements/index.ts'
import type { FindElement, Point } from './elements/view.ts'
import type { Measure } from './text/measure.ts'

/** The drawn height in page pixels: a text box grows with its text, everything else is as high as it says. */
export function elementHeight(element: LessonElement, measure: Measure): number {
  return viewOf(element)?.height?.(element, measure) ?? element.height
}

/** The drawn box. Rotation turns it about its own centre, also where it is higher than the element says. */
export function frameOf(element: LessonElement, measure: Measure): Box {
  const { x, y, width, rotation } = element
  return { x, y, width, height: elementHeight(element, measure), rotation }
}

/** The element as it is drawn among the others of its page: a line with its ends where it is attached. Often the same object. */
export function placeElement(element: LessonElement, find: FindElement, measure: Measure): LessonElement {
  return viewOf(element)?.place?.(element, find, measure) ?? element
}

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

export function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
