import type { Box, LessonElement, LineElement } from '@anawim/lesson'
import { unionOf } from '../canvas/boxes.ts'
import type { Rect } from '../canvas/point.ts'
import { selectedUnits } from '../session/groups.ts'
import { drawnBox } from '../session/measuring.ts'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'
import { writeBoxes } from '../session/write-boxes.ts'

/** What is moved as one: an element, or a group. */
export interface Unit {
  elements: readonly LessonElement[]
  /** The upright rectangle around it. */
  rect: Rect
}

/** The units of the selection that may be moved. A line that hangs on something else of it follows that, and is none. */
export function movableUnits(session: EditorSession): Unit[] {
  const selected = new Set(session.selection.get())
  return selectedUnits(session).flatMap((ids) => {
    const elements = ids.flatMap((id) => session.drawn.settled(id) ?? []).filter(({ locked }) => !locked)
    const [only] = elements
    if (elements.length === 1 && only?.kind === 'line' && hangsOnOne(only, selected)) return []
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
    unit.elements.map((element) => ({ id: element.id, box: change(drawnBox(element), unit) })),
  )
  asOneStep(session, () => writeBoxes(session, boxes))
}

function hangsOnOne({ start, end }: LineElement, ids: ReadonlySet<string>): boolean {
  return [start, end].some((attachment) => attachment && ids.has(attachment.elementId))
}
