/** Groups: the elements of one page that have the same `groupId`. */
import type * as Y from 'yjs'
import { newId } from '../ids.ts'
import { updateElements } from './element-operations.ts'
import { LOCAL } from './origins.ts'

/** Makes them one group, whatever groups they were in before. The group's id. */
export function groupElements(doc: Y.Doc, ids: readonly string[], origin: unknown = LOCAL): string {
  const groupId = newId()
  updateElements(doc, ids, { groupId }, origin)
  return groupId
}

/** Takes them out of their groups. */
export function ungroupElements(doc: Y.Doc, ids: readonly string[], origin: unknown = LOCAL): void {
  updateElements(doc, ids, { groupId: '' }, origin)
}
