import type { LessonPage } from '@anawim/lesson'
import { noImages, type ImageSource } from '../context.ts'
import { loadLooks } from '../elements/fetched-view.ts'
import { drawPage } from '../draw-page.ts'
import { createNodeCanvas } from './canvas.ts'

/** A page as PNG bytes, `width` pixels wide (default: the page's own width), as high as its proportions ask. */
export async function drawPageToPng(
  page: LessonPage,
  options: { width?: number; images?: ImageSource } = {},
): Promise<Buffer> {
  const scale = (options.width ?? page.width) / page.width
  const width = Math.max(1, Math.round(page.width * scale))
  const height = Math.max(1, Math.round(page.height * scale))
  await loadLooks()
  const { canvas, ctx } = createNodeCanvas(width, height)
  ctx.scale(width / page.width, height / page.height)
  drawPage(ctx, page, options.images ?? noImages)
  return canvas.encode('png')
}
