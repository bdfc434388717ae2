import type * as Y from 'yjs'
import { elementsOf, type Fields, fieldsOf, isDeleted, pagesOf } from './roots.ts'

/** May readers know of this page? Without reading what is on it. */
export function isReadablePage(doc: Y.Doc, pageId: string): boolean {
  return isShown(fieldsOf(pagesOf(doc), pageId))
}

/** May readers know of this element, where it stands? */
export function isReadableElement(doc: Y.Doc, elementId: string): boolean {
  const fields = fieldsOf(elementsOf(doc), elementId)
  const pageId = fields?.get('pageId')
  return isShown(fields) && typeof pageId === 'string' && isReadablePage(doc, pageId)
}

function isShown(fields: Fields | null): boolean {
  return fields !== null && !isDeleted(fields) && fields.get('hidden') !== true
}
