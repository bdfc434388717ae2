import { lineBetween, ownEnds } from '@anawim/drawing'
import type { LineElement } from '@anawim/lesson'
import { turn } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../../tools/tool.ts'
import { straightened } from './straightened.ts'

export type LineHandle = 'start' | 'end' | 'bend'

/** Pulling an end of a line, which hangs on what it is let go over, or its middle, which bends it. `line` as it is drawn. */
export function reshaping(line: LineElement, name: string, hands: ToolHands, rest: () => ToolState): ToolState {
  const handle: LineHandle = name === 'start' || name === 'end' ? name : 'bend'
  const shaped = (input: PointerInput) => (handle === 'bend' ? bent(line, input) : pulled(line, handle, input, hands))
  const finish = (live: ToolHands) => {
    live.showDraft(null)
    live.showTarget(null)
  }
  const state: ToolState = {
    name: 'reshaping',
    cursor: 'grabbing',
    pointerMove(input, live) {
      const next = shaped(input)
      live.showDraft(next)
      live.showTarget(handle === 'bend' ? null : (next[handle]?.elementId ?? null))
      return state
    },
    pointerUp(input, live) {
      live.reshape(shaped(input))
      finish(live)
      return rest()
    },
    cancel(live) {
      finish(live)
      return rest()
    },
  }
  return state
}

function pulled(line: LineElement, handle: 'start' | 'end', input: PointerInput, hands: ToolHands): LineElement {
  const ends = ownEnds(line)
  const other = handle === 'start' ? 'end' : 'start'
  const found = input.alt ? null : hands.attachmentAt(input.point, line.id)
  const attachment = found && found.elementId === line[other]?.elementId ? null : found
  const to = input.shift && !attachment ? straightened(ends[other], input.point) : input.point
  const next = { ...line, [handle]: attachment }
  return handle === 'start' ? lineBetween(next, to, ends.end) : lineBetween(next, ends.start, to)
}

/** How near to none a bend must come to be none, in parts of the length. */
const STRAIGHT = 0.03

function bent(line: LineElement, { point }: PointerInput): LineElement {
  const { start, end } = ownEnds(line)
  const length = Math.max(1, Math.hypot(end.x - start.x, end.y - start.y))
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  const away = { x: point.x - middle.x, y: point.y - middle.y }
  const across =
    line.route === 'elbow'
      ? elbowShare(line, away)
      : turn(away, (-Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI).y / length
  const bend = Math.abs(across) < STRAIGHT ? 0 : Math.min(2, Math.max(-2, across))
  // A straight line whose middle is pulled becomes a curve, as everybody expects.
  return { ...line, bend, route: line.route === 'elbow' ? 'elbow' : bend === 0 ? (line.route ?? 'straight') : 'curved' }
}

/** Where the middle leg of an elbow is pulled to, in parts of the way. */
function elbowShare(line: LineElement, away: { x: number; y: number }): number {
  const { start, end } = ownEnds(line)
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const isAcross = Math.abs(dx) >= Math.abs(dy)
  return isAcross ? away.x / (dx || 1) : away.y / (dy || 1)
}
