import { distance } from '../../canvas/point.ts'
import { DRAG_DISTANCE, type PointerInput, type ToolState } from '../tool.ts'
import { translating } from './translating.ts'

/**
 * Down on an element, and not yet clear whether it is a click or a drag. `narrows`: as a click it selects this one, or its
 * group, out of the several that were selected.
 */
export function pointing(id: string, start: PointerInput, narrows: boolean, rest: () => ToolState): ToolState {
  const state: ToolState = {
    name: 'pointing',
    cursor: null,
    pointerMove(input, hands) {
      if (distance(input.screen, start.screen) < DRAG_DISTANCE) return state
      const moving = translating(start, hands, rest)
      return moving.pointerMove?.(input, hands) ?? moving
    },
    pointerUp(_input, hands) {
      if (narrows) hands.select(hands.unitOf(id))
      return rest()
    },
    cancel: rest,
  }
  return state
}
