import type { Guide } from '../tools/select/snap-lines.ts'
import { type Camera, toScreen } from './camera.ts'
import type { Size } from './camera.ts'

const color = '#d6336c'
const gridColor = 'rgb(11 106 92 / 14%)'
/** Screen pixels between lines below which a grid would be a grey veil. */
const LEAST_STEP = 5

/** What a gesture stands in line with, and gaps that are equal: in screen pixels. */
export function drawGuides(ctx: CanvasRenderingContext2D, camera: Camera, guides: readonly Guide[]): void {
  ctx.strokeStyle = color
  ctx.lineWidth = 1
  ctx.beginPath()
  for (const { axis, at, from, to, isGap } of guides) {
    const runsDown = (axis === 'x') !== (isGap === true)
    const start = toScreen(camera, runsDown ? { x: at, y: from } : { x: from, y: at })
    const end = toScreen(camera, runsDown ? { x: at, y: to } : { x: to, y: at })
    ctx.moveTo(start.x, start.y)
    ctx.lineTo(end.x, end.y)
    if (!isGap) continue
    for (const { x, y } of [start, end]) {
      ctx.moveTo(runsDown ? x - 4 : x, runsDown ? y : y - 4)
      ctx.lineTo(runsDown ? x + 4 : x, runsDown ? y : y + 4)
    }
  }
  ctx.stroke()
}

/** The lines of the grid over the page. Where they would be too near one another, each fifth. */
export function drawGrid(ctx: CanvasRenderingContext2D, camera: Camera, page: Size, grid: number): void {
  const step = grid * camera.zoom < LEAST_STEP ? grid * 5 : grid
  const end = toScreen(camera, { x: page.width, y: page.height })
  ctx.strokeStyle = gridColor
  ctx.lineWidth = 1
  ctx.beginPath()
  for (let x = step; x < page.width; x += step) {
    const at = Math.round(x * camera.zoom + camera.x) + 0.5
    ctx.moveTo(at, camera.y)
    ctx.lineTo(at, end.y)
  }
  for (let y = step; y < page.height; y += step) {
    const at = Math.round(y * camera.zoom + camera.y) + 0.5
    ctx.moveTo(camera.x, at)
    ctx.lineTo(end.x, at)
  }
  ctx.stroke()
}

/** Where the page ends, over what hangs out of it: readers see nothing beyond. */
export function drawPageEdge(ctx: CanvasRenderingContext2D, camera: Camera, page: Size): void {
  const { x, y } = toScreen(camera, { x: 0, y: 0 })
  ctx.save()
  ctx.lineWidth = 1
  ctx.strokeStyle = 'rgb(255 255 255 / 80%)'
  ctx.strokeRect(x, y, page.width * camera.zoom, page.height * camera.zoom)
  ctx.strokeStyle = '#5f6a77'
  ctx.setLineDash([6, 4])
  ctx.strokeRect(x, y, page.width * camera.zoom, page.height * camera.zoom)
  ctx.restore()
}
