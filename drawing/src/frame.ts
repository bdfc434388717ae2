import type { Box, LessonElement } from '@anawim/lesson'
import { viewOf } from './elements/index.ts'
import type { FindElement } from './elements/view.ts'
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

export function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
