import { createMeasure, frameOf, type Measure } from '@anawim/drawing'
import type { Box, LessonElement } from '@anawim/lesson'

let shared: Measure | null = null

/** Measures text as the canvas draws it. */
export function screenMeasure(): Measure {
  const context = shared ? null : document.createElement('canvas').getContext('2d')
  if (context) shared = createMeasure(context)
  if (!shared) throw new Error('This browser has no 2D canvas')
  return shared
}

/** Where an element is drawn: as it says, with the height that its text needs. */
export function drawnBox(element: LessonElement): Box {
  return frameOf(element, screenMeasure())
}

/**
 * An element as it is with another drawn box. The height of a text box is the least that it has and follows from its
 * text otherwise, so it is written only when a hand has changed it.
 */
export function withBox<E extends LessonElement>(element: E, drawn: Box, box: Box): E {
  const keepsHeight = Math.abs(box.height - drawn.height) < 0.05
  return { ...element, ...box, height: keepsHeight ? element.height : box.height }
}
