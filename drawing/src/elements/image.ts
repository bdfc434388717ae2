import { type ImageElement, withDefaults } from '@anawim/lesson'
import type { DrawableImage, DrawingContext } from '../context.ts'
import { devicePixels } from '../device-pixels.ts'
import { fetchedView } from './fetched-view.ts'
import type { ElementView } from './view.ts'

const richView = fetchedView<'image'>(async () => (await import('./rich-image.ts')).richImageView)

/** Is it the whole picture? What is not said is not there: that is the canonical form. */
const isPlain = ({ crop, mask, radius }: ImageElement) => !(crop || radius || mask)

export const imageView: ElementView<'image'> = {
  draw(ctx, element, images) {
    const { src, width, height, opacity } = withDefaults(element)
    const image = isPlain(element) ? images.get(src, devicePixels(ctx, width)) : null
    if (image === null) {
      richView.draw(ctx, element, images)
      return
    }
    ctx.globalAlpha *= opacity
    drawPicture(ctx, image, { x: 0, y: 0, width, height })
  },
  contains: (element, at) => isPlain(element) || (richView.contains?.(element, at) ?? true),
}

/** The whole of a picture into a box. */
export function drawPicture(
  ctx: DrawingContext,
  image: DrawableImage,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  ctx.imageSmoothingEnabled = true
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(image, x, y, width, height)
}
