import { distance, type Point } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../../tools/tool.ts'

/** Page pixels between two places at which a quick stroke of the eraser looks for lines. */
const STEP = 4

/** Going over drawings: whole lines fade where the pointer has been, and are deleted together when it lifts. */
export function erasing(start: PointerInput, hands: ToolHands, rest: () => ToolState): ToolState {
  const faded = new Set<string>()
  let last = start.point
  const rub = (to: Point, { drawingsAt, fade }: ToolHands) => {
    const before = faded.size
    const steps = Math.max(1, Math.ceil(distance(last, to) / STEP))
    for (let step = 1; step <= steps; step++) {
      const at = { x: last.x + ((to.x - last.x) * step) / steps, y: last.y + ((to.y - last.y) * step) / steps }
      for (const id of drawingsAt(at)) faded.add(id)
    }
    last = to
    if (faded.size > before) fade(new Set(faded))
  }
  const state: ToolState = {
    name: 'erasing',
    cursor: 'crosshair',
    pointerMove(input, live) {
      rub(input.point, live)
      return state
    },
    pointerUp(_input, { remove, fade }) {
      if (faded.size > 0) remove([...faded])
      fade(null)
      return rest()
    },
    cancel({ fade }) {
      fade(null)
      return rest()
    },
  }
  rub(start.point, hands)
  return state
}
