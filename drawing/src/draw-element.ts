import type { LessonElement } from '@anawim/lesson'
import type { DrawingContext, ImageSource } from './context.ts'
import { viewOf } from './elements/index.ts'
import { drawUnknown } from './elements/unknown.ts'

/**
 * Draws an element in its own coordinates: its top-left corner at the context's origin, unrotated, one unit a page
 * pixel. Leaves the context as it was. A kind that is not known here is a grey box.
 */
export function drawElement(ctx: DrawingContext, element: LessonElement, images: ImageSource): void {
  ctx.save()
  const view = viewOf(element)
  if (view === null) drawUnknown(ctx, element)
  else view.draw(ctx, element, images)
  ctx.restore()
}
