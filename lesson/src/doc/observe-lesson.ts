import type * as Y from 'yjs'
import { elementsOf, pagesOf } from './roots.ts'

/** What one transaction changed. */
export interface LessonChanged {
  /** Anything of any page: which there are, their order, their own properties. */
  pages: boolean
  /** The elements of which anything changed, text included; added and deleted ones too. */
  elements: Set<string>
  origin: unknown
  /** Made in this process, rather than received. */
  local: boolean
}

/** Calls the listener after each transaction that changed pages or elements. Returns what ends it. */
export function observeLesson(doc: Y.Doc, listener: (changed: LessonChanged) => void): () => void {
  const afterTransaction = (transaction: Y.Transaction) => {
    const changed = changedIn(transaction, doc)
    if (changed.pages || changed.elements.size > 0) listener(changed)
  }
  doc.on('afterTransaction', afterTransaction)
  return () => doc.off('afterTransaction', afterTransaction)
}

/** What a transaction changed. */
export function changedIn(transaction: Y.Transaction, doc: Y.Doc): LessonChanged {
  const pages = pagesOf(doc)
  const elements = elementsOf(doc)
  const changed: LessonChanged = {
    pages: false,
    elements: new Set(),
    origin: transaction.origin,
    local: transaction.local,
  }
  for (const [type, keys] of transaction.changed) {
    if (isSame(type, elements)) {
      for (const key of keys) if (key !== null) changed.elements.add(key)
      continue
    }
    const { root, key } = rootOf(type)
    if (isSame(root, pages)) changed.pages = true
    else if (isSame(root, elements) && key !== null) changed.elements.add(key)
  }
  return changed
}

/** Where any shared type hangs: null for a root. */
interface SharedType {
  _item: Y.Item | null
}

/** The root under which a type stands, and the key of the root's entry that it belongs to. */
function rootOf(type: SharedType): { root: unknown; key: string | null } {
  let root: unknown = type
  let item = type._item
  let key: string | null = null
  while (item !== null) {
    key = item.parentSub
    root = item.parent
    item = (item.parent as SharedType)._item
  }
  return { root, key }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b
}
