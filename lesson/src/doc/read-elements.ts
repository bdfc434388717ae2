import type * as Y from 'yjs'
import type { LessonElement } from '../elements/index.ts'
import { inOrder } from './order.ts'
import { kindOf, readFields } from './read-element.ts'
import { elementsOf, entriesOf, fieldsOf, isDeleted, type Entry } from './roots.ts'

/** The elements of a page in drawing order, canonical; not the deleted ones, the hidden ones included. */
export function readElements(doc: Y.Doc, pageId: string): LessonElement[] {
  return readEntries(inOrder(livingElements(doc, pageId)))
}

/** The ids of the same, in the same order, without reading what the elements are. */
export function readElementIds(doc: Y.Doc, pageId: string): string[] {
  return inOrder(livingElements(doc, pageId)).map(({ id }) => id)
}

/** One element, deleted or not; null when there is none of that id, or it is not on a page. */
export function readElement(
  doc: Y.Doc,
  elementId: string,
): { element: LessonElement; pageId: string; deleted: boolean } | null {
  const fields = fieldsOf(elementsOf(doc), elementId)
  const pageId = fields?.get('pageId')
  const element = fields && readFields(elementId, fields)
  if (!fields || !element || typeof pageId !== 'string') return null
  return { element, pageId, deleted: isDeleted(fields) }
}

/** The elements of a page, deleted ones included, in no order. */
export function elementsOnPage(doc: Y.Doc, pageId: string): Entry[] {
  return entriesOf(elementsOf(doc)).filter(({ fields }) => fields.get('pageId') === pageId)
}

function livingElements(doc: Y.Doc, pageId: string): Entry[] {
  return elementsOnPage(doc, pageId).filter(({ fields }) => !isDeleted(fields) && kindOf(fields) !== null)
}

export function readEntries(entries: readonly Entry[]): LessonElement[] {
  return entries.flatMap(({ id, fields }) => readFields(id, fields) ?? [])
}
