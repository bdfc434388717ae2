import { centerOf, rotateAbout } from '../../canvas/boxes.ts'
import type { Point } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../tool.ts'
import { frameOf } from './resizing.ts'
import { boxesOf, movable } from './translating.ts'

const STEP = 15

/** Turning what is selected about its middle. With shift, in steps of 15°. */
export function rotating(start: PointerInput, hands: ToolHands, rest: () => ToolState): ToolState {
  const origins = boxesOf(movable(hands), hands)
  const frame = frameOf([...origins.values()])
  if (!frame) return rest()
  const pivot = centerOf(frame)
  const from = angle(pivot, start.point)

  const at = (input: PointerInput) => {
    const wanted = angle(pivot, input.point) - from
    const turnedTo = frame.rotation + wanted
    const degrees = input.shift ? Math.round(turnedTo / STEP) * STEP - frame.rotation : wanted
    return new Map([...origins].map(([id, box]) => [id, rotateAbout(box, pivot, degrees)]))
  }
  const state: ToolState = {
    name: 'rotating',
    cursor: 'grabbing',
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

function angle(pivot: Point, point: Point): number {
  return (Math.atan2(point.y - pivot.y, point.x - pivot.x) * 180) / Math.PI
}
