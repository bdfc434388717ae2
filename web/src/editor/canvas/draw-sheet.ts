import type { PageHead } from '../session/lesson-model.ts'

/** The page itself, in page pixels: a sheet that lies on the desk. */
export function drawSheet(ctx: CanvasRenderingContext2D, page: PageHead): void {
  ctx.save()
  ctx.shadowColor = 'rgb(27 34 43 / 16%)'
  ctx.shadowBlur = 18
  ctx.shadowOffsetY = 3
  fillPage(ctx, page, '#ffffff')
  ctx.restore()
  drawPaper(ctx, page)
}

/** The sheet without its shadow. Opaque: a second one on the first changes nothing. */
export function drawPaper(ctx: CanvasRenderingContext2D, page: PageHead): void {
  fillPage(ctx, page, '#ffffff')
  if (page.background === 'transparent') return
  fillPage(ctx, page, page.background)
}

function fillPage(ctx: CanvasRenderingContext2D, { width, height }: PageHead, color: string): void {
  ctx.fillStyle = color
  ctx.fillRect(0, 0, width, height)
}
