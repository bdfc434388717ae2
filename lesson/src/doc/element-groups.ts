/** Groups: the elements of one page that have the same `groupId`. */
import type * as Y from 'yjs'
import { newId } from '../ids.ts'
import { updateElements } from './element-operations.ts'
import { LOCAL } from './origins.ts'
import { elementsOf, fieldsOf } from './roots.ts'

/** Makes them one group, whatever groups they were in before. The group's id. */
export function groupElements(doc: Y.Doc, ids: readonly string[], origin: unknown = LOCAL): string {
  const groupId = newId()
  updateElements(doc, ids, { groupId }, origin)
  return groupId
}

/** Takes them out of their groups. Nothing is written in those that are in none: a step of undo, and what others send, hold no more than what changed. */
export function ungroupElements(doc: Y.Doc, ids: readonly string[], origin: unknown = LOCAL): void {
  const grouped = ids.filter((id) => fieldsOf(elementsOf(doc), id)?.get('groupId'))
  if (grouped.length > 0) updateElements(doc, grouped, { groupId: '' }, origin)
}
