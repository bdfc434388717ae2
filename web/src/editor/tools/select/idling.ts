import type { PointerInput, ToolHands, ToolState } from '../tool.ts'
import { marqueeing } from './marqueeing.ts'
import { pointing } from './pointing.ts'
import { resizing } from './resizing.ts'
import { rotating } from './rotating.ts'

/** The select tool at rest: decides by what the pointer comes down on. Returns to rest through `rest`. */
export function idling(): ToolState {
  return {
    name: 'idling',
    cursor: null,
    pointerDown(input, hands) {
      const { target } = input
      if (target.on === 'ownHandle') return hands.pull(target.id, target.handle, idling) ?? idling()
      if (target.on === 'handle') {
        return target.handle === 'rotate' ? rotating(input, hands, idling) : resizing(target.handle, hands, idling)
      }
      if (target.on === 'element') return pointElement(target.id, input, hands)
      if (!input.shift) hands.select([])
      return marqueeing(input, hands, idling)
    },
  }
}

/** A double click goes into a group first, then into the element. */
function pointElement(id: string, input: PointerInput, hands: ToolHands): ToolState {
  if (input.clicks >= 2 && hands.unitOf(id).length === 1 && hands.hasInside(id)) {
    hands.editInside(id)
    return idling()
  }
  if (input.clicks >= 2 && hands.unitOf(id).length > 1) {
    hands.enterGroup(id)
    hands.select([id])
    return pointing(id, input, false, idling)
  }
  const unit = hands.unitOf(id)
  const selection = hands.selection()
  const wasSelected = selection.includes(id)
  if (input.shift) {
    hands.select(wasSelected ? selection.filter((other) => !unit.includes(other)) : [...selection, ...unit])
    return wasSelected ? idling() : pointing(id, input, false, idling)
  }
  if (!wasSelected) hands.select(unit)
  return pointing(id, input, wasSelected && selection.length > unit.length, idling)
}
