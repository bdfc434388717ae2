import type { Point, Rect } from './point.ts'

/** Screen pixels = page pixels × zoom + (x, y), counted from the top-left corner of the canvas. */
export interface Camera {
  x: number
  y: number
  zoom: number
}

export interface Size {
  width: number
  height: number
}

export const zoomLimits = { min: 0.05, max: 8 }

export function toPage(camera: Camera, screen: Point): Point {
  return { x: (screen.x - camera.x) / camera.zoom, y: (screen.y - camera.y) / camera.zoom }
}

export function toScreen(camera: Camera, page: Point): Point {
  return { x: page.x * camera.zoom + camera.x, y: page.y * camera.zoom + camera.y }
}

/** Zoomed so that what lies under `anchor` (screen) stays under it. */
export function zoomAt(camera: Camera, zoom: number, anchor: Point): Camera {
  const next = Math.min(zoomLimits.max, Math.max(zoomLimits.min, zoom))
  const point = toPage(camera, anchor)
  return { x: anchor.x - point.x * next, y: anchor.y - point.y * next, zoom: next }
}

/** What of the page (and of what lies beside it) is seen, in page pixels. */
export function seenRect(camera: Camera, view: Size): Rect {
  return { ...toPage(camera, { x: 0, y: 0 }), width: view.width / camera.zoom, height: view.height / camera.zoom }
}

/** A rectangle of the page, as large as it fits in the middle of the view. */
export function lookAt(rect: Rect, view: Size, most = zoomLimits.max): Camera {
  const wish = Math.min(most, view.width / Math.max(1, rect.width), view.height / Math.max(1, rect.height))
  const zoom = Math.max(zoomLimits.min, wish)
  return {
    x: view.width / 2 - (rect.x + rect.width / 2) * zoom,
    y: view.height / 2 - (rect.y + rect.height / 2) * zoom,
    zoom,
  }
}

export function panBy(camera: Camera, by: Point): Camera {
  return { ...camera, x: camera.x + by.x, y: camera.y + by.y }
}

/** The page in the middle of the view, as large as fits with `margins` (screen pixels) around it, never above 100 %. */
export function fitPage(
  page: Size,
  view: Size,
  margins: { top: number; right: number; bottom: number; left: number },
): Camera {
  const width = Math.max(50, view.width - margins.left - margins.right)
  const height = Math.max(50, view.height - margins.top - margins.bottom)
  const zoom = Math.max(zoomLimits.min, Math.min(1, width / page.width, height / page.height))
  return {
    x: margins.left + (width - page.width * zoom) / 2,
    y: margins.top + (height - page.height * zoom) / 2,
    zoom,
  }
}

/** Steps of the zoom buttons: 25 % up or down, and always through 100 %. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
  const next = direction === 'in' ? zoom * 1.25 : zoom / 1.25
  const crossesOne = (zoom < 0.99 && next > 1) || (zoom > 1.01 && next < 1)
  return crossesOne ? 1 : next
}
