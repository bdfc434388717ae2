import type { Box } from '@anawim/lesson'
import { translate, unionOf } from '../../canvas/boxes.ts'
import type { Point } from '../../canvas/point.ts'
import type { PointerInput, ToolHands, ToolState } from '../tool.ts'
import type { Snapped } from './snapping.ts'

/**
 * Dragging what is selected. It snaps to others, unless ctrl is held. Shift keeps to one axis; with alt at the drop, copies stay
 * behind.
 */
export function translating(start: PointerInput, hands: ToolHands, rest: () => ToolState): ToolState {
  const origins = boxesOf(movable(hands), hands)
  const frame = unionOf([...origins.values()])
  const snapper = hands.snapper([...origins.keys()])
  const snapped = (input: PointerInput): Snapped => {
    const by = offset(start.point, input)
    if (input.mod || !frame || !snapper) return { by, guides: [] }
    const free = (['x', 'y'] as const).filter((axis) => !input.shift || by[axis] !== 0)
    const { by: more, guides } = snapper.rect({ ...frame, x: frame.x + by.x, y: frame.y + by.y }, free)
    return { by: { x: by.x + more.x, y: by.y + more.y }, guides }
  }
  const at = (input: PointerInput) => {
    const { by, guides } = snapped(input)
    return { boxes: new Map([...origins].map(([id, box]) => [id, translate(box, by)])), guides }
  }
  const state: ToolState = {
    name: 'translating',
    cursor: 'move',
    pointerMove(input, { preview, showGuides }) {
      const { boxes, guides } = at(input)
      preview(boxes)
      showGuides(guides)
      return state
    },
    pointerUp(input, live) {
      const moved = at(input).boxes
      live.showGuides([])
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
    cancel({ preview, showGuides }) {
      preview(null)
      showGuides([])
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
