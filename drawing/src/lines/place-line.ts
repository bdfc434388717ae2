import { type Attachment, type LessonElement, type LineElement, roundLength } from '@anawim/lesson'
import { isInsideShape } from '../elements/rich-shape.ts'
import type { FindElement, Point } from '../elements/view.ts'
import { frameOf } from '../frame.ts'
import { asSeen, toLocal, toPage } from '../places.ts'
import type { Measure } from '../text/measure.ts'
import { lineEnds } from './line-way.ts'

/** Page pixels between the edge of an element and a line that goes to its middle. */
const GAP = 4

/**
 * The line as it is drawn: attached ends where those elements are now. The same object when nothing is attached. An end whose
 * element is not there is where the box says, and no longer attached.
 */
export function placeLine(line: LineElement, find: FindElement, measure: Measure): LineElement {
  if (!line.start && !line.end) return line
  const own = ownEnds(line)
  const start = targetOf(line.start, find, line.id)
  const end = targetOf(line.end, find, line.id)
  const from = start ? placeOn(start, measure) : own.start
  const to = end ? placeOn(end, measure) : own.end
  return lineBetween(
    { ...line, start: start?.attachment ?? null, end: end?.attachment ?? null },
    start ? edgeOf(start, from, to, measure) : from,
    end ? edgeOf(end, to, from, measure) : to,
  )
}

/** Both ends in page pixels, as the line's own box says. */
export function ownEnds(line: LineElement): { start: Point; end: Point } {
  const [start, end] = lineEnds(line)
  return { start: toPage(line, start), end: toPage(line, end) }
}

/** The line with its ends there, unrotated. Page pixels. */
export function lineBetween<L extends LineElement>(line: L, start: Point, end: Point): L {
  const isLeft = start.x <= end.x
  const isTop = start.y <= end.y
  return {
    ...line,
    x: roundLength(Math.min(start.x, end.x)),
    y: roundLength(Math.min(start.y, end.y)),
    width: roundLength(Math.abs(end.x - start.x)),
    height: roundLength(Math.abs(end.y - start.y)),
    rotation: 0,
    from: isTop ? (isLeft ? 'topLeft' : 'topRight') : isLeft ? 'bottomLeft' : 'bottomRight',
  }
}

interface Target {
  attachment: Attachment
  element: LessonElement
}

/** A line cannot hang on a line: two of them could wait for each other. */
function targetOf(attachment: Attachment | null | undefined, find: FindElement, lineId: string): Target | null {
  const element = attachment && find(attachment.elementId)
  return element && element.id !== lineId && element.kind !== 'line' ? { attachment, element } : null
}

function placeOn({ attachment: { x, y }, element }: Target, measure: Measure): Point {
  const frame = frameOf(element, measure)
  return toPage(frame, { x: x * frame.width, y: y * frame.height })
}

/** Where a line to the middle of an element meets its edge, coming from `other`; any other place is where it is. */
function edgeOf({ attachment, element }: Target, place: Point, other: Point, measure: Measure): Point {
  if (attachment.x !== 0.5 || attachment.y !== 0.5) return place
  const frame = frameOf(element, measure)
  const isInside = (point: Point) => {
    const at = asSeen(element, frame, toLocal(frame, point))
    if (element.kind === 'shape') return isInsideShape({ ...element, height: frame.height }, at)
    return at.x >= 0 && at.y >= 0 && at.x <= frame.width && at.y <= frame.height
  }
  if (isInside(other)) return place
  let [inside, outside] = [0, 1]
  const between = (part: number) => ({
    x: place.x + (other.x - place.x) * part,
    y: place.y + (other.y - place.y) * part,
  })
  for (let step = 0; step < 20; step++) {
    const middle = (inside + outside) / 2
    if (isInside(between(middle))) inside = middle
    else outside = middle
  }
  const length = Math.hypot(other.x - place.x, other.y - place.y)
  return between(Math.min(1, outside + GAP / Math.max(length, 1)))
}
