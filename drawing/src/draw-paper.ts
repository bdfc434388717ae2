import type { PageHead } from '@anawim/lesson'
import type { DrawingContext, ImageSource } from './context.ts'
import { fetchedLooks } from './elements/fetched-view.ts'

/** Not every lesson has more than a colour to stand on. */
const richPaper = fetchedLooks(async () => (await import('./rich-paper.ts')).drawRichPaper)

/** What a page's elements stand on: its colour, what that becomes, and the picture over it. Nothing where it is transparent. */
export function drawPaper(ctx: DrawingContext, page: PageHead, images: ImageSource): void {
  if (page.background !== 'transparent') {
    ctx.fillStyle = page.background
    ctx.fillRect(0, 0, page.width, page.height)
  }
  if (page.backgroundGradient || page.backgroundImage) richPaper()?.(ctx, page, images)
}
