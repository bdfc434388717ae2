import { type LineElement, withDefaults } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import { distanceToPoints } from '../lines/distance.ts'
import { drawHead, headLength } from '../lines/draw-head.ts'
import { alongWay, type LineWay, lineWay } from '../lines/line-way.ts'
import { placeLine } from '../lines/place-line.ts'
import { setDash } from './dash.ts'
import type { ElementView, Point } from './view.ts'

/** How near to a thin line a finger must come, in page pixels. */
const GRASP = 7
/** Page pixels by which the corners of an elbow are rounded. */
const ROUND = 10

export const lineView: ElementView<'line'> = {
  draw(ctx, element) {
    const { stroke, strokeWidth, dash, opacity, startHead, endHead } = withDefaults<LineElement>(element)
    const way = lineWay(element)
    const [first, last] = [way.points[0], way.points.at(-1)]
    if (!first || !last) return
    const beforeFirst = way.bow ?? way.points[1] ?? last
    const beforeLast = way.bow ?? way.points.at(-2) ?? first
    ctx.globalAlpha *= opacity
    ctx.strokeStyle = stroke
    ctx.fillStyle = stroke
    ctx.lineWidth = strokeWidth
    ctx.lineJoin = 'round'
    ctx.lineCap = startHead === 'none' && endHead === 'none' ? 'round' : 'butt'
    ctx.save()
    setDash(ctx, dash, strokeWidth)
    traceWay(
      ctx,
      way,
      shortened(first, beforeFirst, headLength(startHead, strokeWidth)),
      shortened(last, beforeLast, headLength(endHead, strokeWidth)),
    )
    ctx.stroke()
    ctx.restore()
    ctx.lineCap = 'round'
    drawHead(ctx, startHead, strokeWidth, first, beforeFirst)
    drawHead(ctx, endHead, strokeWidth, last, beforeLast)
  },
  touches(element, at) {
    const { strokeWidth } = withDefaults<LineElement>(element)
    return distanceToPoints(alongWay(lineWay(element)), at) <= Math.max(strokeWidth / 2 + 2, GRASP)
  },
  place: placeLine,
}

/** Puts the way on the context from `start` to `end`, which may be a little inside of its own ends. */
function traceWay(ctx: DrawingContext, { points, bow }: LineWay, start: Point, end: Point): void {
  ctx.beginPath()
  ctx.moveTo(start.x, start.y)
  if (bow) {
    ctx.quadraticCurveTo(bow.x, bow.y, end.x, end.y)
    return
  }
  for (let index = 1; index < points.length - 1; index++) {
    const [before, corner, after] = [points[index - 1], points[index], points[index + 1]]
    if (!before || !corner || !after) continue
    const reach = Math.min(ROUND, lengthOf(before, corner) / 2, lengthOf(corner, after) / 2)
    const into = shortened(corner, before, reach)
    const out = shortened(corner, after, reach)
    ctx.lineTo(into.x, into.y)
    ctx.quadraticCurveTo(corner.x, corner.y, out.x, out.y)
  }
  ctx.lineTo(end.x, end.y)
}

function lengthOf(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

/** The point moved towards another, but not past it. */
function shortened(point: Point, towards: Point, by: number): Point {
  const length = lengthOf(point, towards)
  const part = length === 0 ? 0 : Math.min(by / length, 1)
  return { x: point.x + (towards.x - point.x) * part, y: point.y + (towards.y - point.y) * part }
}
