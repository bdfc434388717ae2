import { type Box, isKnownKind } from '@anawim/lesson'
import { addElements, duplicateElements, moveElements } from '@anawim/lesson/doc'
import { touches } from '../canvas/boxes.ts'
import { rectsMeet } from '../canvas/point.ts'
import type { EditorSession } from '../session/session.ts'
import { drawnBox, withBox } from '../session/measuring.ts'
import { lateSnapper } from '../canvas/late-snapper.ts'
import { unitOf } from '../session/groups.ts'
import type { ToolHands } from './tool.ts'

/** The hands of the tools, on a real lesson. `showGesture` tells the others of a drag in progress. */
export function createHands(
  session: EditorSession,
  showGesture: (boxes: ReadonlyMap<string, Box> | null) => void,
): ToolHands {
  const { doc, model, history, selection, preview } = session
  return {
    selection: selection.get,
    select(ids) {
      const before = selection.get()
      if (ids.length !== before.length || ids.some((id, index) => id !== before[index])) selection.set(ids)
    },
    unitOf: (id) => unitOf(session, id),
    enterGroup: (id) => session.entered.set(model.element(id)?.groupId ?? null),
    boxOf: session.boxOf,
    element: (id) => model.element(id),
    touchedBy: (rect) =>
      session.places.list().flatMap(({ id, element, home }) => {
        if (element.hidden || !rectsMeet(rect, home)) return []
        return touches(rect, drawnBox(element)) ? [id] : []
      }),
    preview(boxes) {
      preview.setOwn(boxes)
      showGesture(boxes)
    },
    snapper: (moving) => lateSnapper(session, moving),
    showGuides: (guides) => session.guides.set(guides),
    showRect: (rect, as) => session.rect.set(rect && { rect, as }),
    move(boxes) {
      history.beginStep()
      moveElements(
        doc,
        boxes.flatMap(({ id, box }) => {
          const element = model.element(id)
          const drawn = session.boxOf(id)
          return element && drawn ? [{ id, box: withBox(element, drawn, box) }] : []
        }),
      )
      history.beginStep()
    },
    duplicate(ids) {
      history.beginStep()
      return duplicateElements(doc, [...ids], { x: 0, y: 0 })
    },
    create(element) {
      if (!isKnownKind(element.kind)) return
      history.beginStep()
      const depth = history.depth()
      const [id] = addElements(doc, session.pageId.get(), [element])
      session.placed.set(id === undefined ? null : { id, depth })
      selection.set(id === undefined ? [] : [id])
    },
    editText: (id) => session.editing.set(id),
    useTool: (name) => session.tool.set(name),
  }
}
