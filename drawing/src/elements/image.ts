import { withDefaults } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import type { ElementView } from './view.ts'

export const imageView: ElementView<'image'> = {
  draw(ctx, element, images) {
    const { src, width, height, opacity } = withDefaults(element)
    const image = images.get(src)
    ctx.globalAlpha *= opacity
    if (image === null) {
      drawPlaceholder(ctx, width, height)
      return
    }
    ctx.imageSmoothingEnabled = true
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(image, 0, 0, width, height)
  },
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
