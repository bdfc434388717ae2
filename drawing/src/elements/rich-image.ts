/** The pictures of which only a part is shown, or that are cut to another outline than their box. */
import { type ImageElement, withDefaults } from '@anawim/lesson'
import { drawPicture } from './image.ts'
import { isInsideCorners } from './outline.ts'
import { richCorners, traceCorners } from './rich-outline.ts'
import { outlineOf } from './shape.ts'
import type { ElementView } from './view.ts'

/** Sides of a polygon, points of a star. */
const SIDES = 5

export const richImageView: ElementView<'image'> = {
  draw(ctx, element, images) {
    const { src, mask, radius, crop, width, height, opacity } = withDefaults<ImageElement>(element)
    ctx.globalAlpha *= opacity
    traceCorners(ctx, richCorners(outlineOf(mask), SIDES), { x: 0, y: 0, width, height }, radius)
    ctx.clip()
    const image = images.get(src)
    const box = { x: 0, y: 0, width, height }
    drawPicture(ctx, image, image === null ? box : wholePicture({ width, height, crop }))
  },
  contains(element, at) {
    const { mask, width, height } = withDefaults<ImageElement>(element)
    return isInsideCorners(richCorners(outlineOf(mask), SIDES), { x: 0, y: 0, width, height }, at)
  },
}

/** Where the whole picture would be, from the corner of the box that shows a part of it. */
export function wholePicture({ width, height, crop }: Pick<ImageElement, 'crop' | 'height' | 'width'>) {
  if (!crop) return { x: 0, y: 0, width, height }
  const whole = { width: width / crop.width, height: height / crop.height }
  return { ...whole, x: -crop.x * whole.width, y: -crop.y * whole.height }
}
