/** What one can do to the pages of a lesson. Each is one step of undo. */
import type * as Y from 'yjs'
import { pageDefaults, pageShape, type LessonPage } from '../content.ts'
import { renameAttachments } from '../elements/rename-attachments.ts'
import { limits } from '../limits.ts'
import { withOwnGroups } from './copied-groups.ts'
import { newPageFields } from './create-doc-state.ts'
import { LessonLimitError } from './lesson-limit-error.ts'
import { firstKeys, inOrder, keysFor, indexOf, writeOrder } from './order.ts'
import { BIRTH, LOCAL } from './origins.ts'
import { readElements } from './read-elements.ts'
import { livingPages, readPage } from './read-pages.ts'
import {
  clearDeleted,
  elementsOf,
  entriesOf,
  fieldsOf,
  idSource,
  isDeleted,
  markDeleted,
  pagesOf,
  setField,
} from './roots.ts'
import { newElementFields } from './write-element.ts'

export type PagePatch = Partial<Omit<LessonPage, 'id' | 'elements'>>

/** Where a new page comes (behind page `after`; null: first), and what it is where it differs from `pageDefaults`. */
export type NewPage = { after: string | null } & Omit<PagePatch, 'hidden'>

/** Adds a page; at the end when `at` is not given, or names a page that is not there. Its id. Throws LessonLimitError. */
export function addPage(doc: Y.Doc, at?: NewPage, origin: unknown = LOCAL): string {
  const { after = livingPages(doc).at(-1)?.id ?? null, ...given } = at ?? {}
  return insertPage(doc, after, { ...pageDefaults, ...checkedPatch(given) }, origin)
}

/** Changes a page's own properties. Throws ZodError for a value that a page cannot have. */
export function updatePage(doc: Y.Doc, pageId: string, patch: PagePatch, origin: unknown = LOCAL): void {
  const fields = fieldsOf(pagesOf(doc), pageId)
  if (!fields) return
  const checked = checkedPatch(patch)
  doc.transact(() => {
    for (const [key, value] of Object.entries(checked)) setField(fields, key, value)
  }, origin)
}

/** Moves a page right behind page `after` (null: to the front). */
export function movePage(doc: Y.Doc, pageId: string, after: string | null, origin: unknown = LOCAL): void {
  const all = inOrder(entriesOf(pagesOf(doc)))
  const moved = all.find(({ id }) => id === pageId)
  if (!moved || after === pageId) return
  const others = all.filter((page) => page !== moved)
  const place = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
  if (after !== null && place === 0) return
  const order = others.toSpliced(place, 0, moved)
  if (order.every((page, at) => page === all[at])) return
  doc.transact(() => writeOrder(order, new Set([pageId])), origin)
}

/** A copy of the page with its elements, right behind it. Its id. Throws LessonLimitError, or Error when there is no such page. */
export function duplicatePage(doc: Y.Doc, pageId: string, origin: unknown = LOCAL): string {
  const page = readPage(doc, pageId)
  if (!page) throw new Error(`there is no page ${pageId}`)
  return copyPageInto(doc, { ...page, elements: readElements(doc, pageId) }, pageId, origin)
}

/**
 * Puts a copy of a page, of this lesson or another, behind page `after`; at the end where that is not there. Its id, and those of its
 * elements, are new. Throws LessonLimitError.
 */
export function copyPageInto(doc: Y.Doc, page: LessonPage, after: string | null, origin: unknown = LOCAL): string {
  return insertPage(doc, after, page, origin, (copyId) => {
    const freeId = idSource(doc)
    const elements = withOwnGroups(page.elements)
    const keys = firstKeys(elements.length)
    const copies = new Map(elements.map(({ id }) => [id, freeId()]))
    elements.forEach((element, place) => {
      const copy = renameAttachments(element, copies)
      elementsOf(doc).set(
        copies.get(element.id) ?? freeId(),
        newElementFields(copy, { pageId: copyId, index: keys[place] ?? '' }),
      )
    })
  })
}

/** Deletes a page, with what stands on it. False, and nothing done, when it is the last one or none of the lesson's. */
export function deletePage(doc: Y.Doc, pageId: string, origin: unknown = LOCAL): boolean {
  const pages = livingPages(doc)
  const page = pages.find(({ id }) => id === pageId)
  if (!page || pages.length === 1) return false
  doc.transact(() => markDeleted(page.fields), origin)
  return true
}

/** Brings a deleted page back, with the elements that were on it. */
export function restorePage(doc: Y.Doc, pageId: string, origin: unknown = LOCAL): void {
  const fields = fieldsOf(pagesOf(doc), pageId)
  if (!fields || !isDeleted(fields)) return
  doc.transact(() => {
    settlePages(doc)
    clearDeleted(fields)
  }, origin)
}

/**
 * A page that is shown although it is marked deleted (see `livingPages`) is taken out of that state before another comes beside it, so
 * that it does not disappear with what has been made on it since.
 */
function settlePages(doc: Y.Doc): void {
  for (const { fields } of livingPages(doc)) if (isDeleted(fields)) clearDeleted(fields)
}

function insertPage(
  doc: Y.Doc,
  after: string | null,
  page: Omit<LessonPage, 'id' | 'elements'>,
  origin: unknown,
  fill?: (pageId: string) => void,
): string {
  if (livingPages(doc).length >= limits.pages) throw new LessonLimitError('pages')
  const id = idSource(doc)()
  const all = inOrder(entriesOf(pagesOf(doc)))
  const place = after === null ? 0 : all.findIndex((entry) => entry.id === after) + 1 || all.length
  const keys = keysFor(all.map(({ fields }): string | null => indexOf(fields)).toSpliced(place, 0, null))
  const fields = newPageFields(page, keys[place] ?? '')
  fields.set('deleted', true)
  doc.transact(() => {
    pagesOf(doc).set(id, fields)
    fill?.(id)
  }, BIRTH)
  doc.transact(() => {
    settlePages(doc)
    clearDeleted(fields)
    writeOrder(all.toSpliced(place, 0, { id, fields }), new Set())
  }, origin)
  return id
}

function checkedPatch(patch: PagePatch): PagePatch {
  const shape: Record<string, { parse(value: unknown): unknown }> = pageShape
  const entries = Object.entries(patch).filter(
    ([key, value]) => key !== 'id' && value !== undefined && Object.hasOwn(shape, key),
  )
  return Object.fromEntries(entries.map(([key, value]) => [key, shape[key]?.parse(value)]))
}
