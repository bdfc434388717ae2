import type { Box } from '@anawim/lesson'
import { translate } from '../../canvas/boxes.ts'
import type { Point } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../tool.ts'

/** Dragging what is selected. Shift keeps to one axis; with alt at the drop, copies stay behind. */
export function translating(start: PointerInput, hands: ToolHands, rest: () => ToolState): ToolState {
  const origins = boxesOf(movable(hands), hands)
  const at = (input: PointerInput) => {
    const by = offset(start.point, input)
    return new Map([...origins].map(([id, box]) => [id, translate(box, by)]))
  }
  const state: ToolState = {
    name: 'translating',
    cursor: 'move',
    pointerMove(input, { preview }) {
      preview(at(input))
      return state
    },
    pointerUp(input, live) {
      const moved = at(input)
      if (input.alt) {
        const originals = [...origins.keys()]
        const copies = live.duplicate(originals)
        live.move(copies.flatMap((id, index) => dropped(id, moved.get(originals[index] ?? ''))))
        live.select(copies)
      } else {
        live.move([...moved].map(([id, box]) => ({ id, box })))
      }
      // After the write, or the others would see it jump back in between.
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

function dropped(id: string, box: Box | undefined): { id: string; box: Box }[] {
  return box ? [{ id, box }] : []
}

function offset(start: Point, { point, shift }: PointerInput): Point {
  const by = { x: point.x - start.x, y: point.y - start.y }
  if (!shift) return by
  return Math.abs(by.x) > Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y }
}

/** Locked elements can be selected, and stay where they are. */
export function movable(hands: ToolHands): string[] {
  return hands.selection().filter((id) => hands.element(id)?.locked !== true)
}

export function boxesOf(ids: readonly string[], hands: ToolHands): Map<string, Box> {
  return new Map(
    ids.flatMap((id) => {
      const box = hands.boxOf(id)
      return box ? [[id, box] as const] : []
    }),
  )
}
