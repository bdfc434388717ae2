import * as Y from 'yjs'
import { elementsOf, fieldsOf } from './roots.ts'

/** The fragment that Tiptap's Collaboration binds to; null when there is no such element or it holds no text. */
export function textFragment(doc: Y.Doc, elementId: string): Y.XmlFragment | null {
  const text = fieldsOf(elementsOf(doc), elementId)?.get('text')
  return text instanceof Y.XmlFragment && !(text instanceof Y.XmlElement) ? text : null
}
