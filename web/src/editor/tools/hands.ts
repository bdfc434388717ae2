import { hitTest } from '@anawim/drawing'
import { type Box, isKnownKind } from '@anawim/lesson'
import { addElements, duplicateElements } from '@anawim/lesson/doc'
import { touches } from '../canvas/boxes.ts'
import type { EditorSession } from '../session/session.ts'
import { attachmentAt } from '../session/attach.ts'
import { deleteDrawn, writeBoxes, writeLine } from '../session/write-boxes.ts'
import { editorOf } from '../kinds/index.ts'
import type { ToolHands } from './tool.ts'

/** The hands of the tools, on a real lesson. `showGesture` tells the others of a drag in progress. */
export function createHands(
  session: EditorSession,
  showGesture: (boxes: ReadonlyMap<string, Box> | null) => void,
): ToolHands {
  const { doc, model, history, selection, preview } = session
  const hands: ToolHands = {
    selection: selection.get,
    select(ids) {
      const before = selection.get()
      if (ids.length !== before.length || ids.some((id, index) => id !== before[index])) selection.set(ids)
    },
    boxOf: session.boxOf,
    element: (id) => model.element(id),
    touchedBy: (rect) =>
      session.model.elementIds(session.pageId.get()).filter((id) => {
        const element = model.element(id)
        const box = session.boxOf(id)
        return element !== undefined && box !== undefined && !element.hidden && touches(rect, box)
      }),
    preview(boxes) {
      preview.setOwn(boxes)
      showGesture(boxes)
    },
    showRect: (rect, as) => session.rect.set(rect && { rect, as }),
    move(boxes) {
      history.beginStep()
      writeBoxes(session, boxes)
      history.beginStep()
    },
    duplicate(ids) {
      history.beginStep()
      return duplicateElements(doc, [...ids], { x: 0, y: 0 })
    },
    create(element, { isSelected } = { isSelected: true }) {
      if (!isKnownKind(element.kind)) return
      history.beginStep()
      const depth = history.depth()
      const [id] = addElements(doc, session.pageId.get(), [element])
      session.placed.set(id === undefined ? null : { id, depth })
      selection.set(id === undefined || !isSelected ? [] : [id])
    },
    attachmentAt: (point, lineId) => attachmentAt(session, point, lineId),
    showDraft: (element) => session.draft.set(element),
    showTarget: (id) => session.target.set(id),
    reshape(line) {
      history.beginStep()
      writeLine(session, line)
      history.beginStep()
    },
    pull(id, handle, rest) {
      const element = session.drawn.settled(id)
      return (element && editorOf(element)?.pull?.(element, handle, hands, rest)) ?? null
    },
    showInk: (ink) => session.ink.set(ink),
    drawingsAt: (point) =>
      model.elementIds(session.pageId.get()).filter((id) => {
        const element = model.element(id)
        return element?.kind === 'drawing' && !element.locked && !element.hidden && hitTest(element, point)
      }),
    fade: (ids) => session.faded.set(ids),
    remove(ids) {
      deleteDrawn(session, ids)
    },
    editText: (id) => session.editing.set(id),
    useTool: (name) => session.tool.set(name),
  }
  return hands
}
