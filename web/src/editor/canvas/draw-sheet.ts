import type { PageHead } from '../session/lesson-model.ts'

/** The page itself, in page pixels: a sheet that lies on the desk. */
export function drawSheet(ctx: CanvasRenderingContext2D, page: PageHead): void {
  ctx.save()
  ctx.shadowColor = 'rgb(27 34 43 / 16%)'
  ctx.shadowBlur = 18
  ctx.shadowOffsetY = 3
  ctx.fillStyle = '#ffffff'
  ctx.fillRect(0, 0, page.width, page.height)
  ctx.restore()
  if (page.background === 'transparent') return
  ctx.fillStyle = page.background
  ctx.fillRect(0, 0, page.width, page.height)
}
