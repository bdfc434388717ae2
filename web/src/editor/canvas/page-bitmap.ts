import type { Place } from './page-places.ts'
import { type Rect, rectsMeet } from './point.ts'

/** Paints an element where it stands, in page pixels. */
export type Paint = (ctx: CanvasRenderingContext2D, place: Place) => void

/** Paints what all elements stand on, in page pixels. */
export type Paper = (ctx: CanvasRenderingContext2D) => void

/** A part of the page as a picture. */
export interface Bitmap {
  canvas: HTMLCanvasElement
  ctx: CanvasRenderingContext2D
  /** Bitmap pixels a page pixel. */
  scale: number
  /** Its top-left corner, in whole bitmap pixels from the page's. */
  left: number
  top: number
  /** What it shows, in page pixels. */
  region: Rect
}

/**
 * An empty bitmap for a region of the page. `spare`: one that nobody needs any more, and whose memory is taken again.
 * Null where the browser has no more canvases.
 */
export function newBitmap(region: Rect, scale: number, make: () => HTMLCanvasElement, spare: Bitmap | null) {
  const left = Math.floor(region.x * scale)
  const top = Math.floor(region.y * scale)
  const width = Math.max(1, Math.ceil((region.x + region.width) * scale) - left)
  const height = Math.max(1, Math.ceil((region.y + region.height) * scale) - top)
  const isSpareRight = spare !== null && spare.canvas.width === width && spare.canvas.height === height
  const canvas = isSpareRight ? spare.canvas : make()
  if (isSpareRight) {
    spare.ctx.setTransform(1, 0, 0, 1, 0, 0)
    spare.ctx.clearRect(0, 0, width, height)
  } else {
    canvas.width = width
    canvas.height = height
  }
  const ctx = isSpareRight ? spare.ctx : canvas.getContext('2d')
  if (!ctx) return null
  const shown = { x: left / scale, y: top / scale, width: width / scale, height: height / scale }
  return { canvas, ctx, scale, left, top, region: shown } satisfies Bitmap
}

/** From here on one unit of the context is a page pixel. */
export function inPagePixels({ ctx, scale, left, top }: Bitmap): void {
  ctx.setTransform(scale, 0, 0, scale, -left, -top)
}

/** Paints anew what lies in a rectangle (page pixels), and nothing else. */
export function patchBitmap(
  bitmap: Bitmap,
  rect: Rect,
  places: readonly Place[],
  { paper, paint }: { paper: Paper; paint: Paint },
): void {
  const { ctx, scale, left, top, canvas } = bitmap
  // Along whole pixels, so that the edge of the patch cannot be seen.
  const x = Math.max(0, Math.floor(rect.x * scale) - left)
  const y = Math.max(0, Math.floor(rect.y * scale) - top)
  const width = Math.min(canvas.width, Math.ceil((rect.x + rect.width) * scale) - left) - x
  const height = Math.min(canvas.height, Math.ceil((rect.y + rect.height) * scale) - top) - y
  if (width <= 0 || height <= 0) return
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.beginPath()
  ctx.rect(x, y, width, height)
  ctx.clip()
  ctx.clearRect(x, y, width, height)
  inPagePixels(bitmap)
  paper(ctx)
  const whole = { x: (x + left) / scale, y: (y + top) / scale, width: width / scale, height: height / scale }
  for (const place of places) if (place.bounds && rectsMeet(place.bounds, whole)) paint(ctx, place)
  ctx.restore()
}
