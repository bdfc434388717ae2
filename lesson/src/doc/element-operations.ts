/** What one can do to the elements of a lesson. Each is one step of undo. */
import * as Y from 'yjs'
import { baseKeys, patchableBaseKeys } from '../elements/kind.ts'
import { isKnownKind } from '../elements/defaults.ts'
import { renameAttachments } from '../elements/rename-attachments.ts'
import { elementSchema, elementSchemas, type LessonElement } from '../elements/index.ts'
import { fromGeometry, type Box } from '../geometry.ts'
import { limits } from '../limits.ts'
import type { RichText } from '../rich-text.ts'
import { boundedGeometry, readGeometry } from './geometry-field.ts'
import { LessonLimitError } from './lesson-limit-error.ts'
import { indexOf, inOrder, keysFor, writeOrder } from './order.ts'
import { BIRTH, LOCAL } from './origins.ts'
import { readPlain } from './plain-value.ts'
import { elementsOnPage, readElementIds, readEntries } from './read-elements.ts'
import {
  clearDeleted,
  elementsOf,
  fieldsOf,
  idSource,
  isDeleted,
  markDeleted,
  pagesOf,
  setField,
  type Entry,
  type Fields,
} from './roots.ts'
import { withOwnGroups } from './copied-groups.ts'
import { openTextFragment } from './text-fragment.ts'
import { newElementFields } from './write-element.ts'
import { writeText } from './write-text.ts'

/**
 * Puts elements on top of a page, in the order given. The ids that they have now: their own where it was free, else new ones.
 * Throws ZodError for an element that is not valid, LessonLimitError when the page would hold too many.
 */
export function addElements(
  doc: Y.Doc,
  pageId: string,
  elements: readonly LessonElement[],
  origin: unknown = LOCAL,
): string[] {
  const freeId = idSource(doc)
  const ids = elements.map(({ id }) => freeId(id))
  const renamed = new Map(elements.map(({ id }, place) => [id, ids[place] ?? id]))
  const checked = elements.map((element, place) =>
    checkedElement({ ...renameAttachments(element, renamed), id: ids[place] ?? freeId() }),
  )
  return insertElements(doc, [{ pageId, elements: checked }], origin)
}

/** The elements' ids are free. */
function insertElements(
  doc: Y.Doc,
  groups: readonly { pageId: string; elements: readonly LessonElement[] }[],
  origin: unknown,
): string[] {
  const added = groups.flatMap(({ pageId, elements }) => {
    refuseTooMany(doc, pageId, elements.length)
    const keys = keysOnTop(doc, pageId, elements.length)
    return elements.map((element, place) => {
      const fields = newElementFields(element, { pageId, index: keys[place] ?? '' })
      // From the beginning: if two begin to write in it at once, both must find the same text.
      if (element.kind === 'shape' && !element.text) fields.set('text', new Y.XmlFragment())
      fields.set('deleted', true)
      return { id: element.id, fields }
    })
  })
  if (added.length === 0) return []
  doc.transact(() => {
    for (const { id, fields } of added) elementsOf(doc).set(id, fields)
  }, BIRTH)
  doc.transact(() => {
    for (const { fields } of added) clearDeleted(fields)
  }, origin)
  return added.map(({ id }) => id)
}

/** Elements of unknown kinds are written as they stand. */
function checkedElement(element: LessonElement): LessonElement {
  return isKnownKind(element.kind) ? elementSchema.parse(element) : (readPlain(element) as LessonElement)
}

function refuseTooMany(doc: Y.Doc, pageId: string, count: number): void {
  if (readElementIds(doc, pageId).length + count > limits.elementsPerPage) throw new LessonLimitError('elementsPerPage')
}

/** Where elements are from now on; those that have not moved are not written. */
export function moveElements(doc: Y.Doc, boxes: readonly { id: string; box: Box }[], origin: unknown = LOCAL): void {
  doc.transact(() => {
    for (const { id, box } of boxes) {
      const fields = fieldsOf(elementsOf(doc), id)
      // A box that is no box must not bring an element to the corner of the page.
      if (!fields || ![box.x, box.y, box.width, box.height, box.rotation].every(Number.isFinite)) continue
      const before = boundedGeometry(readGeometry(fields.get('geometry')))
      const after = boundedGeometry(box)
      if (after.some((value, place) => value !== before[place])) fields.set('geometry', [...after])
    }
  }, origin)
}

/**
 * Sets properties of the elements' kinds, and `locked`, `hidden`, `name`, `groupId`, `flipX`, `flipY`. A property that an element's kind does not have is passed over, so
 * that one patch serves a mixed selection. `text` replaces the whole text. Throws ZodError for a value that is not valid; then
 * nothing was written.
 */
export function updateElements(
  doc: Y.Doc,
  ids: readonly string[],
  patch: Readonly<Record<string, unknown>>,
  origin: unknown = LOCAL,
): void {
  const edits = found(doc, ids).map(({ id, fields }) => ({ id, fields, values: checkedPatch(fields, patch) }))
  doc.transact(() => {
    for (const { id, fields, values } of edits) {
      for (const [key, value] of values) {
        if (key === 'text') replaceText(doc, id, value as RichText)
        else setField(fields, key, value)
      }
    }
  }, origin)
}

/** Marks elements deleted: readers skip them, undo and `restoreElements` bring them back with all that was done inside. */
export function deleteElements(doc: Y.Doc, ids: readonly string[], origin: unknown = LOCAL): void {
  doc.transact(() => {
    for (const { fields } of found(doc, ids)) markDeleted(fields)
  }, origin)
}

/** Brings deleted elements back, and the pages on which they stand. */
export function restoreElements(doc: Y.Doc, ids: readonly string[], origin: unknown = LOCAL): void {
  doc.transact(() => {
    for (const { fields } of found(doc, ids)) {
      clearDeleted(fields)
      const pageId = fields.get('pageId')
      const page = typeof pageId === 'string' ? fieldsOf(pagesOf(doc), pageId) : null
      if (page && isDeleted(page)) clearDeleted(page)
    }
  }, origin)
}

/** Copies of elements on top of their pages, in drawing order, moved by `offset` page pixels. Copies of a group are a group of their own. Their ids, in the order of `ids`. */
export function duplicateElements(
  doc: Y.Doc,
  ids: readonly string[],
  offset: { x: number; y: number },
  origin: unknown = LOCAL,
): string[] {
  const living = inOrder(found(doc, ids)).filter(({ fields }) => !isDeleted(fields))
  const groups = Array.from(
    Map.groupBy(living, ({ fields }) => String(fields.get('pageId'))),
    ([pageId, entries]) => ({ pageId, elements: readEntries(entries) }),
  )
  const freeId = idSource(doc)
  const newIds = new Map(groups.flatMap(({ elements }) => elements.map(({ id }) => [id, freeId()] as const)))
  const moved = groups.map(({ pageId, elements }) => ({
    pageId,
    elements: withOwnGroups(elements).map((element) => ({
      ...renameAttachments(element, newIds),
      ...movedBox(element, offset),
      id: newIds.get(element.id) ?? freeId(),
    })),
  }))
  const added = insertElements(doc, moved, origin)
  const originals = groups.flatMap(({ elements }) => elements.map(({ id }) => id))
  const copies = new Map(originals.map((id, place) => [id, added[place]]))
  return ids.flatMap((id) => copies.get(id) ?? [])
}

/** Puts elements on top of another page, in drawing order. */
export function moveElementsToPage(doc: Y.Doc, ids: readonly string[], pageId: string, origin: unknown = LOCAL): void {
  const moved = inOrder(found(doc, ids)).filter(({ fields }) => fields.get('pageId') !== pageId)
  if (moved.length === 0 || !fieldsOf(pagesOf(doc), pageId)) return
  refuseTooMany(doc, pageId, moved.length)
  doc.transact(() => {
    const order = [...inOrder(elementsOnPage(doc, pageId)), ...moved]
    for (const { fields } of moved) fields.set('pageId', pageId)
    writeOrder(order, new Set(moved.map(({ id }) => id)))
  }, origin)
}

/** Each id once. */
function found(doc: Y.Doc, ids: readonly string[]): Entry[] {
  return [...new Set(ids)].flatMap((id) => {
    const fields = fieldsOf(elementsOf(doc), id)
    return fields ? [{ id, fields }] : []
  })
}

function keysOnTop(doc: Y.Doc, pageId: string, count: number): string[] {
  const present = inOrder(elementsOnPage(doc, pageId)).map(({ fields }) => indexOf(fields))
  return keysFor([...present, ...Array.from({ length: count }, () => null)]).slice(-count)
}

function movedBox({ x, y, width, height, rotation }: LessonElement, offset: { x: number; y: number }): Box {
  return fromGeometry(boundedGeometry({ x: x + offset.x, y: y + offset.y, width, height, rotation }))
}

function checkedPatch(fields: Fields, patch: Readonly<Record<string, unknown>>): [string, unknown][] {
  const kind = fields.get('kind')
  const shape: Record<string, { parse(value: unknown): unknown }> =
    typeof kind === 'string' && isKnownKind(kind) ? elementSchemas[kind].shape : {}
  return Object.entries(patch).flatMap(([key, value]): [string, unknown][] => {
    const schema = Object.hasOwn(shape, key) && isPatchable(key) ? shape[key] : undefined
    return schema && value !== undefined ? [[key, schema.parse(value)]] : []
  })
}

/** Neither what an element is nor where: `moveElements` writes that, as one value. */
function isPatchable(key: string): boolean {
  return !baseKeys.has(key) || patchableBaseKeys.has(key)
}

function replaceText(doc: Y.Doc, elementId: string, text: RichText): void {
  const fragment = openTextFragment(doc, elementId)
  if (fragment) writeText(fragment, text)
}
