import type * as Y from 'yjs'
import { limits } from '../limits.ts'
import { REPAIR } from './origins.ts'
import { repairsOfElement, repairsOfPage, type FieldRepair } from './repair-fields.ts'
import { elementsOf, entriesOf, fieldsOf, isDeleted, markDeleted, metaOf, pagesOf, type Fields } from './roots.ts'
import { livingPages } from './read-pages.ts'

/** What a transaction wrote of a root's entries: the keys of each, or null when all of it is new. */
type Touched = Map<string, Set<string> | null>

/**
 * Sets right what a transaction wrote and a lesson cannot have: values that no reader would take, what is missing, more
 * pages or elements than there may be (those that the transaction brought are marked deleted). Looks only at what it wrote, and
 * does not touch elements of unknown kinds, nor texts. `schemaVersion` is what the document had before. In one transaction of its
 * own, which needs no repair. How many fields it wrote.
 */
export function repairLesson(doc: Y.Doc, transaction: Y.Transaction, schemaVersion: number): number {
  const pages = touchedIn(transaction, pagesOf(doc))
  const elements = touchedIn(transaction, elementsOf(doc))
  const wrong: { fields: Fields; repairs: FieldRepair[] }[] = []
  const look = (fields: Fields | null, repairsOf: (fields: Fields) => FieldRepair[]) => {
    const repairs = fields ? repairsOf(fields) : []
    if (fields && repairs.length > 0) wrong.push({ fields, repairs })
  }
  for (const [id, keys] of pages) look(fieldsOf(pagesOf(doc), id), (fields) => repairsOfPage(fields, keys))
  const firstPage = () => livingPages(doc)[0]?.id ?? ''
  for (const [id, keys] of elements) {
    look(fieldsOf(elementsOf(doc), id), (fields) => repairsOfElement(fields, keys, firstPage))
  }
  const surplus = [...surplusPages(doc, pages), ...surplusElements(doc, elements)]
  const isVersionWrong = metaOf(doc).get('schemaVersion') !== schemaVersion && schemaVersion > 0
  if (wrong.length === 0 && surplus.length === 0 && !isVersionWrong) return 0
  doc.transact(() => {
    for (const { fields, repairs } of wrong) for (const repair of repairs) writeField(fields, repair)
    for (const fields of surplus) markDeleted(fields)
    if (isVersionWrong) metaOf(doc).set('schemaVersion', schemaVersion)
  }, REPAIR)
  return wrong.reduce((sum, { repairs }) => sum + repairs.length, 0) + surplus.length + (isVersionWrong ? 1 : 0)
}

function writeField(fields: Fields, { key, value }: FieldRepair): void {
  if (value === undefined) fields.delete(key)
  else fields.set(key, value)
}

function touchedIn(transaction: Y.Transaction, root: Y.Map<unknown>): Touched {
  const touched: Touched = new Map()
  for (const [type, keys] of transaction.changed) {
    if ((type as unknown) === root) {
      for (const key of keys) if (key !== null) touched.set(key, null)
      continue
    }
    const item = type._item
    if ((item?.parent as unknown) !== root || item?.parentSub == null || touched.get(item.parentSub) === null) continue
    const written = touched.get(item.parentSub) ?? new Set()
    for (const key of keys) if (key !== null) written.add(key)
    touched.set(item.parentSub, written)
  }
  return touched
}

function surplusPages(doc: Y.Doc, touched: Touched): Fields[] {
  if (!bringsAny(touched) || pagesOf(doc).size <= limits.pages) return []
  const living = livingPages(doc)
  const surplus = living.length - limits.pages
  if (surplus <= 0) return []
  const brought = living.filter(({ id }) => isBrought(touched, id))
  return brought.slice(-surplus).map(({ fields }) => fields)
}

/** Of pages that hold more than they may, those of the elements that came by this. */
function surplusElements(doc: Y.Doc, touched: Touched): Fields[] {
  if (!bringsAny(touched) || elementsOf(doc).size <= limits.elementsPerPage) return []
  const living = entriesOf(elementsOf(doc)).filter(({ fields }) => !isDeleted(fields))
  const byPage = Map.groupBy(living, ({ fields }) => fields.get('pageId'))
  return [...byPage.values()].flatMap((onPage) => {
    const surplus = onPage.length - limits.elementsPerPage
    if (surplus <= 0) return []
    return onPage
      .filter(({ id }) => isBrought(touched, id))
      .slice(-surplus)
      .map(({ fields }) => fields)
  })
}

/** New, brought back, or moved to another page. */
function isBrought(touched: Touched, id: string): boolean {
  if (!touched.has(id)) return false
  const keys = touched.get(id)
  return !keys || keys.has('deleted') || keys.has('pageId')
}

/** Asked first: to count what stands in a root, Yjs walks all of it. */
function bringsAny(touched: Touched): boolean {
  return [...touched.keys()].some((id) => isBrought(touched, id))
}
