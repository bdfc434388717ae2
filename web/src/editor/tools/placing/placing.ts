import type { LessonElement } from '@anawim/lesson'
import { distance, type Point, type Rect, rectBetween } from '../../canvas/point.ts'
import { DRAG_DISTANCE, type PointerInput, type ToolHands, type ToolState } from '../tool.ts'

/** Makes the element that a drag over `rect`, or a click in its middle (null: no size was drawn), asks for. */
export type Making = (at: Point, rect: Rect | null) => LessonElement

/** A tool that places one new element, by drag or click, then gives the pointer back to the select tool. */
export function placing(make: Making, afterwards?: (element: LessonElement, hands: ToolHands) => void): ToolState {
  const rest: ToolState = {
    name: 'placing',
    cursor: 'crosshair',
    pointerDown: (input) => drawing(input),
  }
  const drawing = (start: PointerInput): ToolState => {
    const state: ToolState = {
      name: 'drawing',
      cursor: 'crosshair',
      pointerMove(input, { showRect }) {
        showRect(drawnRect(start, input), 'outline')
        return state
      },
      pointerUp(input, hands) {
        hands.showRect(null, 'outline')
        const isDrag = distance(start.screen, input.screen) >= DRAG_DISTANCE
        const element = make(start.point, isDrag ? drawnRect(start, input) : null)
        hands.create(element)
        hands.useTool('select')
        afterwards?.(element, hands)
        return rest
      },
      cancel({ showRect }) {
        showRect(null, 'outline')
        return rest
      },
    }
    return state
  }
  return rest
}

/** Shift draws a square. */
function drawnRect(start: PointerInput, input: PointerInput): Rect {
  if (!input.shift) return rectBetween(start.point, input.point)
  const side = Math.max(Math.abs(input.point.x - start.point.x), Math.abs(input.point.y - start.point.y))
  const corner = {
    x: start.point.x + Math.sign(input.point.x - start.point.x) * side,
    y: start.point.y + Math.sign(input.point.y - start.point.y) * side,
  }
  return rectBetween(start.point, corner)
}
