/** Pictures of which only a part is shown, that are cut to another outline than their box, or that are not here yet. */
import { type ImageElement, withDefaults } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import { devicePixels } from '../device-pixels.ts'
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
    const whole = wholePicture({ width, height, crop })
    const image = images.get(src, devicePixels(ctx, whole.width))
    if (image === null) drawPlaceholder(ctx, width, height)
    else drawPicture(ctx, image, whole)
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
  return { ...whole, x: 0 - crop.x * whole.width, y: 0 - crop.y * whole.height }
}

/** A quiet box with the sign of a picture: frame, sun, hills. */
function drawPlaceholder(ctx: DrawingContext, width: number, height: number): void {
  ctx.fillStyle = '#eef1f5'
  ctx.fillRect(0, 0, width, height)
  const size = Math.min(56, width * 0.4, height * 0.4)
  if (size < 8) return
  const unit = size / 24
  ctx.save()
  ctx.translate(width / 2 - size / 2, height / 2 - size / 2)
  ctx.scale(unit, unit)
  ctx.strokeStyle = '#9aa5b4'
  ctx.lineWidth = 1.5
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  ctx.beginPath()
  ctx.roundRect(2, 3.5, 20, 17, 2.5)
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(8, 9, 1.75, 0, Math.PI * 2)
  ctx.stroke()
  ctx.beginPath()
  ctx.moveTo(2.5, 18)
  ctx.lineTo(8, 13)
  ctx.lineTo(12, 16.5)
  ctx.lineTo(16.5, 11.5)
  ctx.lineTo(21.5, 16)
  ctx.stroke()
  ctx.restore()
}
