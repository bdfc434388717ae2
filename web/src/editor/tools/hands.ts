import { hitTest } from '@anawim/drawing'
import { type Box, isKnownKind } from '@anawim/lesson'
import { addElements, duplicateElements } from '@anawim/lesson/doc'
import { touches } from '../canvas/boxes.ts'
import { rectsMeet } from '../canvas/point.ts'
import type { EditorSession } from '../session/session.ts'
import { laterCode } from '../../ui/later.ts'
import { editorOf } from '../kinds/index.ts'
import { unitOf } from '../session/groups.ts'
import { drawnBox } from '../session/measuring.ts'
import { deleteDrawn, writeBoxes, writeLine } from '../session/write-boxes.ts'
import { attachCode } from '../session/attach-code.ts'
import type { ToolHands } from './tool.ts'

/** Before it is here nothing snaps. */
const snapperCode = laterCode(async () => (await import('../canvas/snapper-for.ts')).snapperFor)

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
    snapper: (moving) => snapperCode()?.(session, moving) ?? null,
    showGuides: (guides) => session.guides.set(guides),
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
    attachmentAt: (point, lineId) => attachCode()?.attachmentAt(session, point, lineId) ?? null,
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
      session.places.list().flatMap(({ id, element, home }) => {
        if (element.kind !== 'drawing' || element.locked || element.hidden) return []
        return rectsMeet({ ...point, width: 0, height: 0 }, home) && hitTest(element, point) ? [id] : []
      }),
    fade: (ids) => session.faded.set(ids),
    remove(ids) {
      deleteDrawn(session, ids)
    },
    hasInside(id) {
      const element = model.element(id)
      return element !== undefined && !element.locked && editorOf(element)?.Inside !== undefined
    },
    editInside: (id) => session.editing.set(id),
    showLaser: (point) => session.laser.set(point),
    useTool: (name) => session.tool.set(name),
  }
  return hands
}
