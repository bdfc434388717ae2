import type { LessonElement } from '@anawim/lesson'
import { viewOf } from './elements/index.ts'
import type { Point } from './elements/view.ts'
import { frameOf } from './frame.ts'
import { asSeen, toLocal } from './places.ts'
import type { Measure } from './text/measure.ts'

/** What is thinner than this, in page pixels, is touched as if it were so thick: a line must be found by a finger. */
const LEAST = 8

function isBeside(at: number, length: number): boolean {
  const margin = Math.max(0, LEAST - length) / 2
  return at < -margin || at > length + margin
}

/**
 * Does the point, in page pixels, touch what one sees of the element? Shapes by their outline, others by their box,
 * rotation included. Without a measure a text box is as high as it says, not as its text makes it.
 */
export function hitTest(element: LessonElement, point: Point, measure?: Measure): boolean {
  const frame = measure === undefined ? element : frameOf(element, measure)
  const at = toLocal(frame, point)
  const view = viewOf(element)
  const seen = asSeen(element, frame, at)
  if (view?.touches) return view.touches(element, seen)
  if (isBeside(at.x, frame.width) || isBeside(at.y, frame.height)) return false
  const asDrawn = frame.height === element.height ? element : { ...element, height: frame.height }
  return view?.contains?.(asDrawn, seen) ?? true
}
