import type { Box } from '@anawim/lesson'
import { unionOf } from '../../canvas/boxes.ts'
import type { ResizeHandle } from '../../canvas/handles.ts'
import { fitInto, resizeFrame } from '../../canvas/resize.ts'
import type { PointerInput, ToolHands, ToolState } from '../tool.ts'
import { boxesOf, movable } from './translating.ts'

/**
 * Pulling a handle. One element is pulled in its own turned frame, several in the upright one around them. Shift keeps
 * the aspect; a picture keeps it at its corners unless shift is held. Alt pulls from the centre.
 */
export function resizing(handle: ResizeHandle, hands: ToolHands, rest: () => ToolState): ToolState {
  const origins = boxesOf(movable(hands), hands)
  const frame = frameOf([...origins.values()])
  if (!frame) return rest()
  const isPicture = [...origins.keys()].every((id) => hands.element(id)?.kind === 'image')

  const at = (input: PointerInput): Map<string, Box> => {
    const keepsAspect = isPicture && handle.length === 2 ? !input.shift : input.shift
    const to = resizeFrame(frame, handle, input.point, keepsAspect, input.alt)
    if (origins.size === 1) return new Map([...origins.keys()].map((id) => [id, to]))
    return new Map([...origins].map(([id, box]) => [id, fitInto(box, frame, to)]))
  }
  const state: ToolState = {
    name: 'resizing',
    cursor: null,
    pointerMove(input, { preview }) {
      preview(at(input))
      return state
    },
    pointerUp(input, live) {
      live.move([...at(input)].map(([id, box]) => ({ id, box })))
      live.preview(null)
      return rest()
    },
    cancel({ preview }) {
      preview(null)
      return rest()
    },
  }
  return state
}

/** What the handles sit on: the box of the only one, or the upright rectangle around several. */
export function frameOf(boxes: readonly Box[]): Box | null {
  const [only] = boxes
  if (boxes.length === 1 && only) return only
  const union = unionOf(boxes)
  return union && { ...union, rotation: 0 }
}
