import { rectBetween } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../tool.ts'

/** Drawing a rectangle over the page: what it touches is selected, beside what was when shift is held. */
export function marqueeing(start: PointerInput, hands: ToolHands, rest: () => ToolState): ToolState {
  const before = start.shift ? hands.selection() : []
  const state: ToolState = {
    name: 'marqueeing',
    cursor: 'crosshair',
    pointerMove(input, { showRect, select, touchedBy, unitOf }) {
      const rect = rectBetween(start.point, input.point)
      showRect(rect, 'marquee')
      select([...new Set([...before, ...touchedBy(rect).flatMap(unitOf)])])
      return state
    },
    pointerUp(_input, { showRect }) {
      showRect(null, 'marquee')
      return rest()
    },
    cancel({ showRect, select }) {
      showRect(null, 'marquee')
      select(before)
      return rest()
    },
  }
  return state
}
