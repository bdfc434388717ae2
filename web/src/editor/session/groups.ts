/** Groups as the hand meets them: their elements are selected together, unless somebody has gone into the group. */
import type { EditorSession } from './session.ts'

/** What is selected together with this element, itself included. */
export function unitOf(session: EditorSession, id: string): readonly string[] {
  const { model } = session
  const groupId = model.element(id)?.groupId
  const pageId = model.pageIdOf(id)
  if (!groupId || pageId === undefined || session.entered.get() === groupId) return [id]
  return model.elementIds(pageId).filter((other) => {
    const element = model.element(other)
    return element?.groupId === groupId && !element.hidden
  })
}

/** The selection as the units that it is made of. */
export function selectedUnits(session: EditorSession): string[][] {
  const units = new Map<string, string[]>()
  for (const { id, groupId } of session.selected()) {
    const key = groupId && groupId !== session.entered.get() ? `group ${groupId}` : id
    units.set(key, [...(units.get(key) ?? []), id])
  }
  return [...units.values()]
}
