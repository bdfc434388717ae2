import { hitTest } from '@anawim/drawing'
import { frameOf } from '../tools/select/resizing.ts'
import { screenMeasure } from '../session/measuring.ts'
import type { EditorSession } from '../session/session.ts'
import type { Target } from '../tools/tool.ts'
import { toLocal } from './boxes.ts'
import { ownHandles } from './own-handles.ts'
import { type Handle, handlePoints } from './handles.ts'
import { distance, type Point, rectsMeet } from './point.ts'

/** Screen pixels around a handle in which it is grabbed. */
const reach = { mouse: 9, touch: 22 }

/** The frame that carries the handles: around what is selected and not locked. */
export function selectionFrame(session: EditorSession) {
  const boxes = session.selected().flatMap((element) => {
    const box = session.preview.get(element.id) ?? session.boxOf(element.id)
    return box && !element.locked ? [box] : []
  })
  return frameOf(boxes)
}

/** What lies under a point of the page, handles first, then the highest element. */
export function resolveTarget(session: EditorSession, point: Point, isTouch: boolean): Target {
  const own = ownHandleAt(session, point, isTouch)
  if (own) return own
  const handle = handleAt(session, point, isTouch)
  if (handle) return { on: 'handle', handle }
  const id = elementAt(session, point)
  return id ? { on: 'element', id } : { on: 'page' }
}

function ownHandleAt(session: EditorSession, point: Point, isTouch: boolean): Target | null {
  if (session.tool.get() !== 'select') return null
  const least = (isTouch ? reach.touch : reach.mouse) / session.camera.get().zoom
  const found = ownHandles(session)?.find((each) => distance(each.point, point) <= least)
  return found ? { on: 'ownHandle', id: found.elementId, handle: found.handle } : null
}

function handleAt(session: EditorSession, point: Point, isTouch: boolean): Handle | null {
  if (session.tool.get() !== 'select' || session.editing.get() !== null) return null
  const frame = selectionFrame(session)
  if (!frame || ownHandles(session)) return null
  const { zoom } = session.camera.get()
  const least = (isTouch ? reach.touch : reach.mouse) / zoom
  let nearest: { handle: Handle; away: number } | null = null
  for (const { handle, point: at } of handlePoints(frame, zoom)) {
    const away = distance(point, at)
    if (away <= least && (!nearest || away < nearest.away)) nearest = { handle, away }
  }
  return nearest?.handle ?? null
}

/** The highest element there. What is selected can be grabbed anywhere in its box, unfilled shapes included. */
export function elementAt(session: EditorSession, point: Point): string | null {
  const places = session.places.list()
  const at = { ...point, width: 0, height: 0 }
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index]
    if (!place || place.element.hidden || !rectsMeet(at, place.home)) continue
    if (hitTest(place.element, point, screenMeasure())) return place.id
  }
  for (const id of session.selection.get()) {
    const box = session.boxOf(id)
    if (!box || session.model.element(id)?.kind === 'line') continue
    const local = toLocal(box, point)
    if (Math.abs(local.x) <= box.width / 2 && Math.abs(local.y) <= box.height / 2) return id
  }
  return null
}
