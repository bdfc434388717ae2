import { translate } from '../canvas/boxes.ts'
import type { Point } from '../canvas/point.ts'
import type { EditorSession } from '../session/session.ts'
import { writeBoxes } from '../session/write-boxes.ts'

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** How far an arrow key moves: one page pixel, ten with shift. Null for other keys. */
export function nudgeOf(event: { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): Point | null {
  const direction = event.ctrlKey || event.metaKey ? undefined : directions[event.key]
  const far = event.shiftKey ? 10 : 1
  return direction ? { x: direction.x * far, y: direction.y * far } : null
}

/** Moves what is selected. Strokes that follow quickly are one step of undo. */
export function nudge(session: EditorSession, by: Point): void {
  const movable = session.selected().filter(({ locked }) => !locked)
  const boxes = movable.flatMap(({ id }) => {
    const box = session.boxOf(id)
    return box ? [{ id, box: translate(box, by) }] : []
  })
  writeBoxes(session, boxes)
}
