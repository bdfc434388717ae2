import type { LessonElement, LessonPage } from '@anawim/lesson'
import type { DrawingContext, ImageSource } from './context.ts'
import { drawElement } from './draw-element.ts'
import { drawPaper } from './draw-paper.ts'
import { mirrorOf } from './elements/index.ts'
import { frameOf, placeElement, toRadians } from './frame.ts'
import { createMeasure } from './text/measure.ts'

/**
 * Draws a page with its top-left corner at the context's origin, one unit a page pixel: background, then all elements
 * that are not hidden, the lowest first. What stands over the page's edge is cut off.
 */
export function drawPage(ctx: DrawingContext, page: LessonPage, images: ImageSource): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, 0, page.width, page.height)
  ctx.clip()
  drawPaper(ctx, page, images)
  let byId: Map<string, LessonElement> | null = null
  const find = (id: string) => {
    byId ??= new Map(page.elements.filter(({ hidden }) => !hidden).map((element) => [element.id, element]))
    return byId.get(id)
  }
  const measure = createMeasure(ctx)
  for (const element of page.elements) {
    if (!element.hidden) drawPlaced(ctx, placeElement(element, find, measure), images)
  }
  ctx.restore()
}

/** Draws an element where it stands on its page, mirrored, then rotated about the centre of its drawn box. */
export function drawPlaced(ctx: DrawingContext, element: LessonElement, images: ImageSource): void {
  const { x, y, width, height, rotation } = frameOf(element, createMeasure(ctx))
  ctx.save()
  ctx.translate(x, y)
  if (rotation !== 0) {
    ctx.translate(width / 2, height / 2)
    ctx.rotate(toRadians(rotation))
    ctx.translate(-width / 2, -height / 2)
  }
  const mirror = mirrorOf(element)
  if (mirror) {
    ctx.translate(mirror.x ? width : 0, mirror.y ? height : 0)
    ctx.scale(mirror.x ? -1 : 1, mirror.y ? -1 : 1)
  }
  drawElement(ctx, element, images)
  ctx.restore()
}
