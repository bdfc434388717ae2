import { decodeInk, type DrawingElement, type InkPoint, withDefaults } from '@anawim/lesson'
import { inkPath, type InkPath, traceInk } from './ink-outline.ts'

/** The line of a drawing, from the corner of its box. */
export interface KeptInk {
  points: readonly InkPoint[]
  path: InkPath
  /** The path as the browser keeps it; null where there is no such thing (in Node). */
  made: object | null
}

/** Makes paths that the browser keeps in its own form. There is none in Node. */
const PathMaker = (globalThis as { Path2D?: new () => Parameters<typeof traceInk>[0] }).Path2D

/** Lines of one generation. So many fit on a page, and the one before is kept beside. */
const MOST = 5_000

/**
 * By the points' text and what else the path depends on, not by the element: what is dragged about is a new element with the same
 * line. Two generations: what is still drawn moves from the old to the new one.
 */
let young = new Map<string, KeptInk>()
let old = new Map<string, KeptInk>()

/** The line as it is drawn: made once, and made anew when its box, brush or width changes. A page of a thousand is drawn again each frame of a pan. */
export function keptInk(element: DrawingElement): KeptInk {
  const { brush, strokeWidth, points, pressures, width, height } = withDefaults(element)
  const key = `${brush} ${strokeWidth} ${width} ${height} ${pressures} ${points}`
  const known = young.get(key) ?? old.get(key)
  const ink = known ?? makeInk(element)
  if (!young.has(key)) {
    if (young.size >= MOST) {
      old = young
      young = new Map()
    }
    young.set(key, ink)
  }
  return ink
}

function makeInk(element: DrawingElement): KeptInk {
  const { brush, strokeWidth, points: text, pressures, width, height } = withDefaults(element)
  const points = stretched(decodeInk(text, pressures), width, height)
  const path = inkPath(points, { brush, strokeWidth })
  if (!PathMaker) return { points, path, made: null }
  const made = new PathMaker()
  traceInk(made, path)
  return { points, path, made }
}

/** The points fill the box, whatever it was when they were drawn; along an axis on which they do not differ they stay in its middle. */
function stretched(points: InkPoint[], width: number, height: number): InkPoint[] {
  const [toX, toY] = [
    stretchOf(
      points.map(({ x }) => x),
      width,
    ),
    stretchOf(
      points.map(({ y }) => y),
      height,
    ),
  ]
  return points.map(({ x, y, pressure }) => ({ x: toX(x), y: toY(y), pressure }))
}

function stretchOf(numbers: readonly number[], size: number): (number: number) => number {
  const low = numbers.reduce((least, number) => Math.min(least, number), Infinity)
  const high = numbers.reduce((most, number) => Math.max(most, number), -Infinity)
  if (!(high > low)) return () => size / 2
  const scale = size / (high - low)
  return (number) => (number - low) * scale
}
