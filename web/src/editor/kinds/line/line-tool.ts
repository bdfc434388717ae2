import { lineBetween } from '@anawim/drawing'
import { type LineElement, lineDefaults, newId } from '@anawim/lesson'
import { distance, type Point } from '../../canvas/point.ts'
import { DRAG_DISTANCE, type PointerInput, type ToolHands, type ToolState } from '../../tools/tool.ts'
import { straightened } from './straightened.ts'
import type { LineChoice } from './line-choice.ts'

/** Page pixels of a line that was clicked, not drawn. */
const CLICKED = 240
/** The bend with which a curve begins. */
const BEND = 0.2

/** Draws one line from where the pointer comes down to where it lifts, attached to what is there. Alt attaches to nothing, shift keeps to 15°. */
export function lineTool(choice: () => LineChoice): ToolState {
  const rest: ToolState = {
    name: 'waiting',
    cursor: 'crosshair',
    pointerDown: (input, hands) => linking(choice(), input, hands, () => rest),
    pointerMove(input, { showTarget, attachmentAt }) {
      showTarget(input.alt ? null : (attachmentAt(input.point, null)?.elementId ?? null))
      return rest
    },
  }
  return rest
}

/** Drawing a line, from its start to the pointer. */
function linking(choice: LineChoice, down: PointerInput, hands: ToolHands, rest: () => ToolState): ToolState {
  const start = down.alt ? null : hands.attachmentAt(down.point, null)
  // One id for all that is shown: only what is new is drawn again.
  const id = newId()
  const lineTo = (input: PointerInput): LineElement => {
    const end = input.alt ? null : hands.attachmentAt(input.point, null)
    const to = input.shift && !end ? straightened(down.point, input.point) : input.point
    return newLine(id, choice, down.point, to, start, end)
  }
  const finish = (live: ToolHands) => {
    live.showDraft(null)
    live.showTarget(null)
  }
  const state: ToolState = {
    name: 'linking',
    cursor: 'crosshair',
    pointerMove(input, live) {
      const line = lineTo(input)
      live.showDraft(line)
      live.showTarget(line.end?.elementId ?? null)
      return state
    },
    pointerUp(input, live) {
      finish(live)
      const isDrag = distance(down.screen, input.screen) >= DRAG_DISTANCE
      const { x, y } = down.point
      const line = isDrag
        ? lineTo(input)
        : newLine(id, choice, { x: x - CLICKED / 2, y }, { x: x + CLICKED / 2, y }, null, null)
      live.create(line)
      live.useTool('select')
      return rest()
    },
    cancel(live) {
      finish(live)
      return rest()
    },
  }
  return state
}

function newLine(
  id: string,
  { route, startHead, endHead, stroke, strokeWidth }: LineChoice,
  from: Point,
  to: Point,
  start: LineElement['start'],
  end: LineElement['end'],
): LineElement {
  const isOnOne = start && start.elementId === end?.elementId
  const line: LineElement = {
    id,
    kind: 'line',
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    rotation: 0,
    stroke,
    strokeWidth,
    ...(start && { start }),
    // A line within one element hangs on its start alone, or both ends would fall together.
    ...(end && !isOnOne && { end }),
    ...(route === lineDefaults.route ? {} : { route }),
    ...(route === 'curved' && { bend: BEND }),
    ...(startHead === lineDefaults.startHead ? {} : { startHead }),
    ...(endHead === lineDefaults.endHead ? {} : { endHead }),
  }
  return lineBetween(line, from, to)
}
