import type { Box } from '@anawim/lesson'
import { centerOf, toLocal } from './boxes.ts'
import { handleSides, type ResizeHandle } from './handles.ts'
import { type Point, type Rect, turn } from './point.ts'

/** Page pixels: smaller than this and one could not find it again. */
export const LEAST_SIZE = 8

/**
 * The frame pulled at a handle to `point` (page pixels). The opposite side stays where it is, or the centre when
 * `fromCenter`. `keepAspect`: both sides grow by the same factor.
 */
export function resizeFrame(
  frame: Box,
  handle: ResizeHandle,
  point: Point,
  keepAspect: boolean,
  fromCenter: boolean,
): Box {
  const side = handleSides[handle]
  const local = toLocal(frame, point)
  const reach = fromCenter ? 2 : 1
  const grown = (along: number, pulled: number, size: number) =>
    along === 0 ? size : Math.max(LEAST_SIZE, fromCenter ? along * pulled * reach : along * pulled + size / 2)
  let width = grown(side.x, local.x, frame.width)
  let height = grown(side.y, local.y, frame.height)
  if (keepAspect) {
    const scales = [side.x === 0 ? null : width / frame.width, side.y === 0 ? null : height / frame.height]
    const wanted = Math.max(...scales.filter((scale) => scale !== null))
    const least = LEAST_SIZE / Math.max(1, Math.min(frame.width, frame.height))
    const scale = Math.max(wanted, least)
    width = frame.width * scale
    height = frame.height * scale
  }
  const center = centerOf(frame)
  const shift = fromCenter
    ? { x: 0, y: 0 }
    : turn({ x: (side.x * (width - frame.width)) / 2, y: (side.y * (height - frame.height)) / 2 }, frame.rotation)
  return {
    x: center.x + shift.x - width / 2,
    y: center.y + shift.y - height / 2,
    width,
    height,
    rotation: frame.rotation,
  }
}

/**
 * A box that was at its place within the frame `from`, at the same place within `to`. Turned boxes cannot be squeezed
 * along the page's axes, so they grow by the smaller of both factors.
 */
export function fitInto(box: Box, from: Rect, to: Rect): Box {
  const scaleX = from.width === 0 ? 1 : to.width / from.width
  const scaleY = from.height === 0 ? 1 : to.height / from.height
  const isUpright = box.rotation % 180 === 0
  const isLying = !isUpright && box.rotation % 90 === 0
  const least = Math.min(scaleX, scaleY)
  const width = box.width * (isUpright ? scaleX : isLying ? scaleY : least)
  const height = box.height * (isUpright ? scaleY : isLying ? scaleX : least)
  const center = centerOf(box)
  return {
    x: to.x + (center.x - from.x) * scaleX - width / 2,
    y: to.y + (center.y - from.y) * scaleY - height / 2,
    width,
    height,
    rotation: box.rotation,
  }
}
