import type { EditorSession } from '../session/session.ts'

/**
 * Selects the next or previous element in drawing order. False at either end, so that Tab leaves the canvas there and
 * nobody is caught in it.
 */
export function selectNeighbour(session: EditorSession, which: 'next' | 'previous'): boolean {
  const ids = session.model.elementIds(session.pageId.get()).filter((id) => session.model.element(id)?.hidden !== true)
  const last = session.selection.get().at(-1)
  const at = last === undefined ? -1 : ids.indexOf(last)
  const next = which === 'next' ? at + 1 : at === -1 ? ids.length - 1 : at - 1
  const id = ids[next]
  session.selection.set(id ? [id] : [])
  return id !== undefined
}
