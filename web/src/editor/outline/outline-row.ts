import { limits, type LessonElement } from '@anawim/lesson'
import { placeElements, updateElements } from '@anawim/lesson/doc'
import { editorOf } from '../kinds/index.ts'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'
import type { Translate } from '../session/translate.ts'

/** What an element is called in the list: its name, else its kind and what it says. */
export function rowLabel(element: LessonElement, t: Translate): string {
  if (element.name) return element.name
  const kind = editorOf(element)
  const said = kind?.describe(element) ?? ''
  const name = kind?.name(t, element) ?? t('editor:kind.unknown')
  return said ? `${name}: ${said}` : name
}

/** Selects an element of the list, alone even if it is in a group; `adds`: beside what is selected, or no longer. */
export function selectRow(session: EditorSession, element: LessonElement, adds: boolean): void {
  const before = session.selection.get()
  if (adds) {
    const isSelected = before.includes(element.id)
    session.selection.set(isSelected ? before.filter((id) => id !== element.id) : [...before, element.id])
    return
  }
  session.entered.set(element.groupId ?? null)
  session.selection.set([element.id])
}

/** Puts an element at that row, counted from the top as the list shows them. */
export function moveToRow(session: EditorSession, id: string, row: number): void {
  const topFirst = session.model.elementIds(session.pageId.get()).toReversed()
  const others = topFirst.filter((other) => other !== id)
  const at = Math.min(Math.max(row, 0), others.length)
  asOneStep(session, () => placeElements(session.doc, [id], others[at] ?? null))
}

export function renameRow(session: EditorSession, id: string, name: string): void {
  asOneStep(session, () => updateElements(session.doc, [id], { name: name.trim().slice(0, limits.name) }))
}

export function toggleRow(session: EditorSession, { id, ...element }: LessonElement, key: 'locked' | 'hidden'): void {
  asOneStep(session, () => updateElements(session.doc, [id], { [key]: element[key] !== true }))
}
