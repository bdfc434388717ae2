import type { PageHead } from '@anawim/lesson'
import type { DrawingContext, ImageSource } from './context.ts'
import { devicePixels } from './device-pixels.ts'
import { gradientOf } from './gradient.ts'

/** A picture in another format than the page's is drawn wider than the page; seldom more than this. */
const WIDER = 1.5

/** A gradient, and a picture over it: what stands on a page is drawn above both. */
export function drawRichPaper(ctx: DrawingContext, page: PageHead, images: ImageSource): void {
  const { width, height, background, backgroundGradient, backgroundImage } = page
  if (backgroundGradient) {
    ctx.fillStyle = gradientOf(ctx, background, backgroundGradient, { x: 0, y: 0, width, height })
    ctx.fillRect(0, 0, width, height)
  }
  if (!backgroundImage) return
  coverWith(ctx, page, images.get(backgroundImage.src, devicePixels(ctx, width) * WIDER))
}

/** As large as covers the page, its middle in the middle; what hangs over the edge is cut off. */
function coverWith(ctx: DrawingContext, { width, height }: PageHead, image: object | null): void {
  // Pictures of the browser and of Node say both; one that does not is none that can be drawn.
  const natural = image as { width?: number; height?: number } | null
  if (!image || !natural?.width || !natural.height) return
  const scale = Math.max(width / natural.width, height / natural.height)
  const [across, down] = [natural.width * scale, natural.height * scale]
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, 0, width, height)
  ctx.clip()
  ctx.imageSmoothingEnabled = true
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(image, (width - across) / 2, (height - down) / 2, across, down)
  ctx.restore()
}
