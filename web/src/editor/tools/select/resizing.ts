import type { Box } from '@anawim/lesson'
import { unionOf } from '../../canvas/boxes.ts'
import { handleSides, type ResizeHandle } from '../../canvas/handles.ts'
import type { Point } from '../../canvas/point.ts'
import { fitInto, resizeFrame } from '../../canvas/resize.ts'
import type { PointerInput, ToolHands, ToolState } from '../tool.ts'
import { boxesOf, movable } from './translating.ts'

/** Kinds that look wrong in any other format than their own. */
const keepingAspect: ReadonlySet<string> = new Set(['image', 'video'])

/**
 * Pulling a handle. One element is pulled in its own turned frame, several in the upright one around them. Shift keeps
 * the aspect; a picture or a video keeps it at its corners unless shift is held. Alt pulls from the centre. Edges snap to others, unless
 * ctrl is held.
 */
export function resizing(handle: ResizeHandle, hands: ToolHands, rest: () => ToolState): ToolState {
  const origins = boxesOf(movable(hands), hands)
  const frame = frameOf([...origins.values()])
  if (!frame) return rest()
  const isPicture = [...origins.keys()].every((id) => keepingAspect.has(hands.element(id)?.kind ?? ''))

  const side = handleSides[handle]
  const pulled = (['x', 'y'] as const).filter((axis) => side[axis] !== 0)
  const snapper = hands.snapper([...origins.keys()])
  /** Edges of a turned box run along no line, and one that keeps its aspect cannot follow two. */
  const snapped = (input: PointerInput, keepsAspect: boolean) =>
    input.mod || keepsAspect || frame.rotation !== 0 || !snapper
      ? { by: { x: 0, y: 0 }, guides: [] }
      : snapper.point(input.point, pulled)

  const at = (input: PointerInput) => {
    const keepsAspect = isPicture && handle.length === 2 ? !input.shift : input.shift
    const { by, guides } = snapped(input, keepsAspect)
    const point: Point = { x: input.point.x + by.x, y: input.point.y + by.y }
    const to = resizeFrame(frame, handle, point, keepsAspect, input.alt)
    const fit = (box: Box) => (origins.size === 1 ? to : fitInto(box, frame, to))
    return { boxes: new Map([...origins].map(([id, box]) => [id, fit(box)])), guides }
  }
  const state: ToolState = {
    name: 'resizing',
    cursor: null,
    pointerMove(input, { preview, showGuides }) {
      const { boxes, guides } = at(input)
      preview(boxes)
      showGuides(guides)
      return state
    },
    pointerUp(input, live) {
      live.showGuides([])
      live.move([...at(input).boxes].map(([id, box]) => ({ id, box })))
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

/** What the handles sit on: the box of the only one, or the upright rectangle around several. */
export function frameOf(boxes: readonly Box[]): Box | null {
  const [only] = boxes
  if (boxes.length === 1 && only) return only
  const union = unionOf(boxes)
  return union && { ...union, rotation: 0 }
}
