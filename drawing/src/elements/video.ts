import { type VideoElement, withDefaults } from '@anawim/lesson'
import type { DrawableImage, DrawingContext } from '../context.ts'
import { devicePixels } from '../device-pixels.ts'
import { clockTime } from '../played/clock-time.ts'
import { drawLine, lineWidth } from '../played/one-line.ts'
import { drawPlaySign } from '../played/play-sign.ts'
import { drawPicture } from './image.ts'
import type { ElementView } from './view.ts'

const NIGHT = '#111827'
const SHADE = 'rgba(17, 24, 39, 0.72)'
/** Page pixels below which nothing is written on it. */
const LEAST = { width: 140, height: 90 }
const MARGIN = 12

/** The picture that stands for the film, as a player shows it: whole, on a dark ground, with the sign of play. */
export const videoView: ElementView<'video'> = {
  draw(ctx, element, images) {
    const { poster, title, duration, width, height } = withDefaults<VideoElement>(element)
    ctx.beginPath()
    ctx.rect(0, 0, width, height)
    ctx.clip()
    ctx.fillStyle = NIGHT
    ctx.fillRect(0, 0, width, height)
    const image = poster === '' ? null : images.get(poster, devicePixels(ctx, width))
    if (image) drawWhole(ctx, image, { width, height })
    const radius = Math.min(40, width * 0.22, height * 0.22)
    const disk = image ? SHADE : 'rgba(255, 255, 255, 0.22)'
    drawPlaySign(ctx, { x: width / 2, y: height / 2, radius, disk })
    if (width < LEAST.width || height < LEAST.height) return
    if (duration > 0) drawTime(ctx, clockTime(duration), { width, height })
    // A poster shows what it is.
    if (image === null && title !== '') {
      const room = width - 2 * MARGIN
      drawLine(ctx, title, { x: MARGIN, y: MARGIN + 16, width: room, fontSize: 16, bold: true, color: '#ffffff' })
    }
  },
}

/** As large as fits into the box, in its middle. */
function drawWhole(ctx: DrawingContext, image: DrawableImage, box: { width: number; height: number }): void {
  // Pictures of the browser and of Node say both; one that does not fills the box.
  const natural = image as { width?: number; height?: number }
  const own = { width: natural.width || box.width, height: natural.height || box.height }
  const scale = Math.min(box.width / own.width, box.height / own.height)
  const [width, height] = [own.width * scale, own.height * scale]
  drawPicture(ctx, image, { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height })
}

/** How long it is, in the lower right corner. */
function drawTime(ctx: DrawingContext, time: string, { width, height }: { width: number; height: number }): void {
  const style = { fontSize: 14, bold: true }
  const text = lineWidth(ctx, time, style)
  const [pillWidth, pillHeight] = [text + 14, 24]
  const [left, top] = [width - MARGIN - pillWidth, height - MARGIN - pillHeight]
  ctx.fillStyle = SHADE
  ctx.beginPath()
  ctx.roundRect(left, top, pillWidth, pillHeight, 6)
  ctx.fill()
  drawLine(ctx, time, { ...style, x: left + 7, y: top + 17, width: text + 1, color: '#ffffff' })
}
