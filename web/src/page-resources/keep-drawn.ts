import { drawPage, watchLooks } from '@anawim/drawing'
import type { LessonPage } from '@anawim/lesson'
import type { ImageCache } from './image-cache.ts'

/** Draws the pages that are shown, and can be asked to draw one again: what moves on them is none of their business. */
export interface PagePainter {
  draw: typeof drawPage
  /** By page. */
  redraw: Map<string, () => void>
}

/** Pixels of one canvas, beyond which some phones draw nothing at all. */
const MOST_PIXELS = 12_000_000

/**
 * Draws a page, in the next frame and again whenever something that it is drawn with arrives: pictures, fonts, looks.
 * `scale` is canvas pixels per page pixel, less where the canvas would be too large. Returns what ends it.
 */
export function keepDrawn(
  canvas: HTMLCanvasElement,
  page: LessonPage,
  scale: number,
  images: ImageCache,
  painter: PagePainter = { draw: drawPage, redraw: new Map() },
): () => void {
  let frame = 0
  const draw = () => {
    frame = 0
    const factor = Math.min(scale, Math.sqrt(MOST_PIXELS / (page.width * page.height)))
    canvas.width = Math.round(page.width * factor)
    canvas.height = Math.round(page.height * factor)
    const context = canvas.getContext('2d')
    if (!context) return
    context.setTransform(factor, 0, 0, factor, 0, 0)
    painter.draw(context, page, images)
  }
  const schedule = () => {
    frame ||= requestAnimationFrame(draw)
  }
  schedule()
  painter.redraw.set(page.id, schedule)
  const stops = [images.subscribe(schedule), watchLooks(schedule)]
  document.fonts.addEventListener('loadingdone', schedule)
  return () => {
    cancelAnimationFrame(frame)
    painter.redraw.delete(page.id)
    for (const stop of stops) stop()
    document.fonts.removeEventListener('loadingdone', schedule)
  }
}
