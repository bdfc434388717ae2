import * as Y from 'yjs'
import { BIRTH } from './origins.ts'
import { elementsOf, fieldsOf } from './roots.ts'

/** The fragment that Tiptap's Collaboration binds to; null when there is no such element or it holds no text. */
export function textFragment(doc: Y.Doc, elementId: string): Y.XmlFragment | null {
  const text = fieldsOf(elementsOf(doc), elementId)?.get('text')
  return text instanceof Y.XmlFragment && !(text instanceof Y.XmlElement) ? text : null
}

/**
 * The same, made where a shape has none yet: shapes that came as JSON, without a word in them. In a transaction of its own, which no undo
 * takes back. Null when the element is of a kind without text.
 */
export function openTextFragment(doc: Y.Doc, elementId: string): Y.XmlFragment | null {
  const fields = fieldsOf(elementsOf(doc), elementId)
  const known = textFragment(doc, elementId)
  if (known || fields?.get('kind') !== 'shape') return known
  doc.transact(() => fields.set('text', new Y.XmlFragment()), BIRTH)
  return textFragment(doc, elementId)
}
