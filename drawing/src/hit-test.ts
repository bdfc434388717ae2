import type { LessonElement } from '@anawim/lesson'
import { viewOf } from './elements/index.ts'
import type { Point } from './elements/view.ts'
import { frameOf, toLocal } from './frame.ts'
import type { Measure } from './text/measure.ts'

/**
 * Does the point, in page pixels, touch what one sees of the element? Shapes by their outline, others by their box,
 * rotation included. Without a measure a text box is as high as it says, not as its text makes it.
 */
export function hitTest(element: LessonElement, point: Point, measure?: Measure): boolean {
  const frame = measure === undefined ? element : frameOf(element, measure)
  const at = toLocal(frame, point)
  if (at.x < 0 || at.y < 0 || at.x > frame.width || at.y > frame.height) return false
  return viewOf(element)?.contains?.(element, at) ?? true
}
