import type { Box } from '@anawim/lesson'
import { centerOf } from './boxes.ts'
import { type Point, turn } from './point.ts'

/** Where one can pull: compass points of the box before it is turned, and the knob above it that turns it. */
export const resizeHandles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type ResizeHandle = (typeof resizeHandles)[number]
export type Handle = ResizeHandle | 'rotate'

/** From the centre, in halves of the box: -1 is left or top, 1 right or bottom. */
export const handleSides: Readonly<Record<ResizeHandle, Point>> = {
  nw: { x: -1, y: -1 },
  n: { x: 0, y: -1 },
  ne: { x: 1, y: -1 },
  e: { x: 1, y: 0 },
  se: { x: 1, y: 1 },
  s: { x: 0, y: 1 },
  sw: { x: -1, y: 1 },
  w: { x: -1, y: 0 },
}

/** Screen pixels between the box and the knob that turns it. */
const ROTATE_DISTANCE = 26
/** Boxes shorter than this on the screen have handles at the corners alone, or there would be no room to grab the box. */
const LEAST_SIDE = 36

/** The handles of a frame at that zoom, in page pixels. */
export function handlePoints(frame: Box, zoom: number): { handle: Handle; point: Point }[] {
  const center = centerOf(frame)
  const at = (local: Point): Point => {
    const turned = turn(local, frame.rotation)
    return { x: center.x + turned.x, y: center.y + turned.y }
  }
  const isWide = frame.width * zoom >= LEAST_SIDE
  const isHigh = frame.height * zoom >= LEAST_SIDE
  const points = resizeHandles
    .filter((handle) => handle.length === 2 || (handle === 'n' || handle === 's' ? isWide : isHigh))
    .map((handle): { handle: Handle; point: Point } => {
      const side = handleSides[handle]
      return { handle, point: at({ x: (side.x * frame.width) / 2, y: (side.y * frame.height) / 2 }) }
    })
  points.push({ handle: 'rotate', point: at({ x: 0, y: -frame.height / 2 - ROTATE_DISTANCE / zoom }) })
  return points
}

const cursors = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const

/** The pointer's shape over a handle of a box that is turned. */
export function handleCursor(handle: Handle, rotation: number): string {
  if (handle === 'rotate') return 'grab'
  const side = handleSides[handle]
  const degrees = (Math.atan2(side.x, -side.y) * 180) / Math.PI + rotation
  const eighth = ((Math.round(degrees / 45) % 4) + 4) % 4
  return cursors[eighth] ?? 'move'
}
