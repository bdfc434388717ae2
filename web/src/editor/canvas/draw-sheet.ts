import { drawPaper, type ImageSource } from '@anawim/drawing'
import type { PageHead } from '../session/lesson-model.ts'

/** The page itself, in page pixels: a sheet that lies on the desk, of its colour alone. The rest is in the picture above it. */
export function drawSheet(ctx: CanvasRenderingContext2D, page: PageHead): void {
  ctx.save()
  ctx.shadowColor = 'rgb(27 34 43 / 16%)'
  ctx.shadowBlur = 18
  ctx.shadowOffsetY = 3
  fillPage(ctx, page, '#ffffff')
  ctx.restore()
  if (page.background !== 'transparent') fillPage(ctx, page, page.background)
}

/** The sheet without its shadow. Opaque: a second one on the first changes nothing. */
export function drawOpaquePaper(ctx: CanvasRenderingContext2D, page: PageHead, images: ImageSource): void {
  fillPage(ctx, page, '#ffffff')
  drawPaper(ctx, page, images)
}

function fillPage(ctx: CanvasRenderingContext2D, { width, height }: PageHead, color: string): void {
  ctx.fillStyle = color
  ctx.fillRect(0, 0, width, height)
}
