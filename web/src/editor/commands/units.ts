import type { Box, LessonElement } from '@anawim/lesson'
import { moveElements } from '@anawim/lesson/doc'
import { unionOf } from '../canvas/boxes.ts'
import type { Rect } from '../canvas/point.ts'
import { selectedUnits } from '../session/groups.ts'
import { drawnBox, withBox } from '../session/measuring.ts'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'

/** What is moved as one: an element, or a group. */
export interface Unit {
  elements: readonly LessonElement[]
  /** The upright rectangle around it. */
  rect: Rect
}

/** The units of the selection that may be moved. */
export function movableUnits(session: EditorSession): Unit[] {
  return selectedUnits(session).flatMap((ids) => {
    const elements = ids.flatMap((id) => session.model.element(id) ?? []).filter(({ locked }) => !locked)
    const rect = unionOf(elements.map(drawnBox))
    return rect ? [{ elements, rect }] : []
  })
}

/** Writes the boxes that `change` makes of the drawn ones, as one step of undo. */
export function moveUnits<U extends Unit>(
  session: EditorSession,
  units: readonly U[],
  change: (box: Box, unit: U) => Box,
): void {
  const boxes = units.flatMap((unit) =>
    unit.elements.map((element) => {
      const drawn = drawnBox(element)
      return { id: element.id, box: withBox(element, drawn, change(drawn, unit)) }
    }),
  )
  asOneStep(session, () => moveElements(session.doc, boxes))
}
