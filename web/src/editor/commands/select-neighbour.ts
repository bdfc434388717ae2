import { unitOf } from '../session/groups.ts'
import type { EditorSession } from '../session/session.ts'

/**
 * Selects the next or previous element in drawing order, a group as one. False at either end, so that Tab leaves the canvas there
 * and nobody is caught in it.
 */
export function selectNeighbour(session: EditorSession, which: 'next' | 'previous'): boolean {
  const heads = headsOf(session)
  const last = session.selection.get().at(-1)
  const at = last === undefined ? -1 : heads.indexOf(unitOf(session, last)[0] ?? '')
  const next = which === 'next' ? at + 1 : at === -1 ? heads.length - 1 : at - 1
  const id = heads[next]
  session.selection.set(id === undefined ? [] : unitOf(session, id))
  return id !== undefined
}

/** What can be seen, of each group only the lowest. */
function headsOf({ model, pageId, entered }: EditorSession): string[] {
  const seen = new Set<string>()
  return model.elementIds(pageId.get()).filter((id) => {
    const element = model.element(id)
    if (!element || element.hidden) return false
    const { groupId } = element
    if (!groupId || groupId === entered.get()) return true
    const isFirst = !seen.has(groupId)
    seen.add(groupId)
    return isFirst
  })
}
