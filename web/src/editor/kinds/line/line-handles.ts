import { bendPoint, lineWay, ownEnds } from '@anawim/drawing'
import { type LineElement, withDefaults } from '@anawim/lesson'
import type { Point } from '../../canvas/point.ts'
import type { LineHandle } from './reshaping.ts'

/** Both ends, and the middle, which bends the line. Page pixels; `line` as it is drawn. */
export function lineHandles(line: LineElement): { handle: LineHandle; point: Point }[] {
  const { start, end } = ownEnds(line)
  const { route, bend } = withDefaults<LineElement>(line)
  const handles: { handle: LineHandle; point: Point }[] = [
    { handle: 'start', point: start },
    { handle: 'end', point: end },
  ]
  const middle = route === 'elbow' ? middleOfElbow(line) : bendPoint(start, end, route === 'curved' ? bend : 0)
  if (middle && Math.hypot(start.x - end.x, start.y - end.y) > 40) handles.push({ handle: 'bend', point: middle })
  return handles
}

/** The middle of the middle leg; null where there is only one corner. */
function middleOfElbow(line: LineElement): Point | null {
  const [, one, other, last] = lineWay(line).points
  return one && other && last ? { x: line.x + (one.x + other.x) / 2, y: line.y + (one.y + other.y) / 2 } : null
}
