import { type ImageElement, withDefaults } from '@anawim/lesson'
import type { DrawableImage, DrawingContext } from '../context.ts'
import { fetchedView } from './fetched-view.ts'
import type { ElementView } from './view.ts'

const richView = fetchedView<'image'>(async () => (await import('./rich-image.ts')).richImageView)

/** Is it the whole picture? What is not said is not there: that is the canonical form. */
const isPlain = ({ crop, mask, radius }: ImageElement) => !(crop || radius || mask)

export const imageView: ElementView<'image'> = {
  draw(ctx, element, images) {
    if (!isPlain(element)) {
      richView.draw(ctx, element, images)
      return
    }
    const { src, width, height, opacity } = withDefaults(element)
    ctx.globalAlpha *= opacity
    drawPicture(ctx, images.get(src), { x: 0, y: 0, width, height })
  },
  contains: (element, at) => isPlain(element) || (richView.contains?.(element, at) ?? true),
}

/** The whole of a picture into a box; a placeholder while it is not here. */
export function drawPicture(
  ctx: DrawingContext,
  image: DrawableImage | null,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  if (image === null) {
    drawPlaceholder(ctx, width, height)
    return
  }
  ctx.imageSmoothingEnabled = true
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(image, x, y, width, height)
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
