import { drawInk } from '@anawim/drawing'
import { drawingDefaults, encodeInk, type InkPoint, newId, type DrawingElement } from '@anawim/lesson'
import { distance } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../../tools/tool.ts'
import { erasing } from './erasing.ts'
import type { PenChoice } from './pen-choice.ts'

/** Page pixels: what is nearer to the last point says nothing more. */
const GRAIN = 0.7
/** Points of one line: what a drawing may hold. */
const MOST_POINTS = 8_000

/** Draws with what is chosen when the pointer comes down; stays taken, for one rarely draws a single line. */
export function penTool(choice: () => PenChoice): ToolState {
  const rest: ToolState = {
    name: 'waiting',
    cursor: 'crosshair',
    pointerDown(input, hands) {
      const { mode } = choice()
      return mode === 'eraser' ? erasing(input, hands, () => rest) : inking(choice(), mode, input, hands, () => rest)
    },
  }
  return rest
}

/** Drawing one line: shown as it grows, and written once, when the hand lifts. With shift it is straight. */
function inking(
  choice: PenChoice,
  brush: DrawingElement['brush'],
  start: PointerInput,
  hands: ToolHands,
  rest: () => ToolState,
): ToolState {
  const style = { brush, ...choice[brush] }
  let points: InkPoint[] = [inkPoint(start)]
  const add = (input: PointerInput) => {
    const [first] = points
    if (input.shift && first) points = [first, inkPoint(input)]
    else for (const between of input.trail ?? [input]) addPoint(points, inkPoint(between))
  }
  const state: ToolState = {
    name: 'inking',
    cursor: 'crosshair',
    pointerMove(input, { showInk }) {
      add(input)
      showInk({ points, style, draw: drawInk })
      return state
    },
    pointerUp(input, live) {
      // A pen that has left the paper presses no more.
      if (input.shift) add(input)
      live.showInk(null)
      live.create(drawingOf(points, style), { isSelected: false })
      return rest()
    },
    cancel({ showInk }) {
      showInk(null)
      return rest()
    },
  }
  hands.showInk({ points, style, draw: drawInk })
  return state
}

function inkPoint({ point, pressure }: Pick<PointerInput, 'point' | 'pressure'>): InkPoint {
  return { x: point.x, y: point.y, pressure: pressure ?? null }
}

function addPoint(points: InkPoint[], point: InkPoint): void {
  const last = points.at(-1)
  if (points.length < MOST_POINTS && (!last || distance(last, point) >= GRAIN)) points.push(point)
}

function drawingOf(
  points: readonly InkPoint[],
  { brush, stroke, strokeWidth, opacity }: { brush: DrawingElement['brush'] } & PenChoice['pen'],
): DrawingElement {
  const { pressures, ...ink } = encodeInk(points)
  return {
    id: newId(),
    kind: 'drawing',
    ...ink,
    rotation: 0,
    brush,
    ...(pressures === drawingDefaults.pressures ? {} : { pressures }),
    stroke,
    strokeWidth,
    ...(opacity === drawingDefaults.opacity ? {} : { opacity }),
  }
}
