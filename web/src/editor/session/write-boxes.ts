import type { Box, LineElement } from '@anawim/lesson'
import { deleteElements, LOCAL, moveElements, updateElements } from '@anawim/lesson/doc'
import { withBox } from './measuring.ts'
import { asOneStep } from './one-step.ts'
import type { EditorSession } from './session.ts'

/** Puts elements where hands have them, in one transaction. Lines that are pulled away let go of what does not come along. */
export function writeBoxes(session: EditorSession, boxes: readonly { id: string; box: Box }[]): void {
  const { doc, drawn, boxOf } = session
  const moved = new Set(boxes.map(({ id }) => id))
  doc.transact(() => {
    moveElements(
      doc,
      boxes.flatMap(({ id, box }) => {
        const element = drawn.settled(id)
        const from = boxOf(id)
        return element && from ? [{ id, box: withBox(element, from, box) }] : []
      }),
    )
    for (const { id } of boxes) {
      const line = drawn.settled(id)
      if (line?.kind !== 'line') continue
      const kept = (end: LineElement['start']) => (end && moved.has(end.elementId) ? end : null)
      writeEnds(session, { ...line, start: kept(line.start), end: kept(line.end) })
    }
  }, LOCAL)
}

/** Writes where a line is and on what it hangs, as far as that is not what the document says. */
export function writeLine(session: EditorSession, line: LineElement): void {
  const { doc } = session
  const { id, x, y, width, height, rotation } = line
  doc.transact(() => {
    moveElements(doc, [{ id, box: { x, y, width, height, rotation } }])
    writeEnds(session, line)
    updateElements(doc, [id], { bend: line.bend })
  }, LOCAL)
}

function writeEnds({ doc, model }: EditorSession, { id, from, start, end }: LineElement): void {
  const before = model.element(id)
  if (before?.kind !== 'line') return
  updateElements(doc, [id], {
    from,
    // Equal attachments are not written again, although they are other objects.
    ...(isSame(before.start, start) ? {} : { start: start ?? null }),
    ...(isSame(before.end, end) ? {} : { end: end ?? null }),
  })
}

function isSame(one: LineElement['start'], other: LineElement['start']): boolean {
  return one?.elementId === other?.elementId && one?.x === other?.x && one?.y === other?.y
}

/** Deletes elements, as one step of undo. Lines that hang on them stay where they are drawn. */
export function deleteDrawn(session: EditorSession, ids: readonly string[]): void {
  asOneStep(session, () => deleteWithLines(session, ids))
}

/** The same as part of the step that is being made. */
export function deleteWithLines({ doc, drawn, model }: EditorSession, ids: readonly string[]): void {
  const deleted = new Set(ids)
  const pages = new Set(ids.flatMap((id) => model.pageIdOf(id) ?? []))
  const left = [...pages].flatMap((pageId) => drawn.linesOn(pageId, deleted)).filter((id) => !deleted.has(id))
  doc.transact(() => {
    for (const id of left) {
      const line = drawn.settled(id)
      if (line?.kind !== 'line') continue
      const { x, y, width, height, rotation, from } = line
      moveElements(doc, [{ id, box: { x, y, width, height, rotation } }])
      updateElements(doc, [id], { from })
    }
    deleteElements(doc, ids)
  }, LOCAL)
}
