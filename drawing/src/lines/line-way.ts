import { type Attachment, type LineElement, withDefaults } from '@anawim/lesson'
import type { Point } from '../elements/view.ts'

/** The way of a line in its own coordinates: through these points, in a bow around `bow` where there is one. */
export interface LineWay {
  points: readonly Point[]
  /** The control point of the curve between the only two points. */
  bow: Point | null
}

/** Both ends in the line's own coordinates: opposite corners of its box. */
export function lineEnds({ width, height, from }: Pick<LineElement, 'width' | 'height' | 'from'>): [Point, Point] {
  const isLeft = from !== 'topRight' && from !== 'bottomRight'
  const isTop = from !== 'bottomLeft' && from !== 'bottomRight'
  const start = { x: isLeft ? 0 : width, y: isTop ? 0 : height }
  return [start, { x: width - start.x, y: height - start.y }]
}

export function lineWay(element: LineElement): LineWay {
  const { route, bend, start: startAt, end: endAt } = withDefaults<LineElement>(element)
  const [start, end] = lineEnds(element)
  if (route === 'elbow') return { points: elbow(start, end, bend, sideOf(startAt), sideOf(endAt)), bow: null }
  if (route === 'straight' || bend === 0) return { points: [start, end], bow: null }
  const middle = bendPoint(start, end, bend)
  // A curve comes half as near to its control point.
  return {
    points: [start, end],
    bow: { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 },
  }
}

/** Where the middle of a line with that bend lies. */
export function bendPoint(start: Point, end: Point, bend: number): Point {
  return {
    x: (start.x + end.x) / 2 - (end.y - start.y) * bend,
    y: (start.y + end.y) / 2 + (end.x - start.x) * bend,
  }
}

type Axis = 'across' | 'down'

/** The direction in which a line leaves what it is attached to; null where nothing says. */
function sideOf(attachment: Attachment | null | undefined): Axis | null {
  if (!attachment) return null
  const { x, y } = attachment
  if (x === 0 || x === 1) return 'across'
  return y === 0 || y === 1 ? 'down' : null
}

/** The corners of a way in right angles. */
function elbow(start: Point, end: Point, bend: number, leaves: Axis | null, arrives: Axis | null): Point[] {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const natural: Axis = Math.abs(dx) >= Math.abs(dy) ? 'across' : 'down'
  const first = leaves ?? arrives ?? natural
  const last = arrives ?? first
  if (first !== last) return [start, first === 'across' ? { x: end.x, y: start.y } : { x: start.x, y: end.y }, end]
  if (first === 'across') {
    const x = start.x + dx * (0.5 + bend)
    return [start, { x, y: start.y }, { x, y: end.y }, end]
  }
  const y = start.y + dy * (0.5 + bend)
  return [start, { x: start.x, y }, { x: end.x, y }, end]
}

/** Points along the way, near enough to each other to tell how far away something is. */
export function alongWay({ points, bow }: LineWay): readonly Point[] {
  const [start, end] = points
  if (!bow || !start || !end) return points
  return Array.from({ length: 25 }, (_, index) => {
    const part = index / 24
    const rest = 1 - part
    const mix = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * part * b + part * part * c
    return { x: mix(start.x, bow.x, end.x), y: mix(start.y, bow.y, end.y) }
  })
}
