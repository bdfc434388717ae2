import type { Attachment } from '@anawim/lesson'
import { cornersOf, toLocal } from '../canvas/boxes.ts'
import { distance, type Point, rectsMeet, turn } from '../canvas/point.ts'
import { drawnBox } from './measuring.ts'
import type { EditorSession } from './session.ts'

/** Screen pixels within which an end snaps to the middle of a side, or to an edge. */
const SNAP = 14

/** The middles of the sides, in parts of the box. */
const anchors = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
] as const

/**
 * What an end of a line at `point` hangs on: the highest element there. Near the middle of a side it takes that, near an edge the very
 * place, and anywhere else the whole element, whose edge the line then goes to. Null beside everything.
 */
export function attachmentAt(session: EditorSession, point: Point, lineId: string | null): Attachment | null {
  const reach = SNAP / session.camera.get().zoom
  const near = { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach }
  const places = session.places.list()
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index]
    if (!place || !rectsMeet(near, place.home)) continue
    const { id, element } = place
    if (element.hidden || id === lineId || element.kind === 'line' || element.kind === 'drawing') continue
    const box = drawnBox(element)
    const at = toLocal(box, point)
    const beside = Math.max(Math.abs(at.x) - box.width / 2, Math.abs(at.y) - box.height / 2)
    if (beside > reach / 2 || box.width === 0 || box.height === 0) continue
    const x = Math.min(1, Math.max(0, at.x / box.width + 0.5))
    const y = Math.min(1, Math.max(0, at.y / box.height + 0.5))
    for (const [sideX, sideY] of anchors) {
      const away = distance(at, { x: (sideX - 0.5) * box.width, y: (sideY - 0.5) * box.height })
      if (away <= reach) return { elementId: id, x: sideX, y: sideY }
    }
    return beside > -reach / 2 ? { elementId: id, x, y } : { elementId: id, x: 0.5, y: 0.5 }
  }
  return null
}

/** The places at which an element is drawn as one to hang on: its corners, and the middles of its sides. */
export function attachMarks(session: EditorSession, id: string): { corners: Point[]; middles: Point[] } | null {
  const element = session.model.element(id)
  const box = session.boxOf(id)
  if (!element || !box) return null
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const middles = anchors.map(([x, y]) => {
    const turned = turn({ x: (x - 0.5) * box.width, y: (y - 0.5) * box.height }, box.rotation)
    return { x: center.x + turned.x, y: center.y + turned.y }
  })
  return { corners: cornersOf(box), middles }
}
