/** The roots of a lesson's document, and what stands in them. Whoever wrote a value, it may be anything: readers judge it. */
import * as Y from 'yjs'
import { ID_PATTERN, newId } from '../ids.ts'

/** A page's or an element's own Y.Map. */
export type Fields = Y.Map<unknown>

/** A Y.Map in a root, with its id. */
export interface Entry {
  id: string
  fields: Fields
}

export const rootNames = ['meta', 'pages', 'elements'] as const

export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}

export function pagesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('pages')
}

export function elementsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('elements')
}

/** Says to Yjs that the roots are maps: until then, what changes in them has no name. To be called before anybody listens. */
export function openRoots(doc: Y.Doc): void {
  for (const name of rootNames) doc.getMap(name)
}

/** What stands under that id; null when nothing does that could be a page or an element. */
export function fieldsOf(root: Y.Map<unknown>, id: string): Fields | null {
  const value = root.get(id)
  return value instanceof Y.Map && ID_PATTERN.test(id) ? (value as Fields) : null
}

/** All entries of a root, in no particular order. */
export function entriesOf(root: Y.Map<unknown>): Entry[] {
  const entries: Entry[] = []
  root.forEach((value, id) => {
    if (value instanceof Y.Map && ID_PATTERN.test(id)) entries.push({ id, fields: value as Fields })
  })
  return entries
}

export function isDeleted(fields: Fields): boolean {
  return fields.get('deleted') === true
}

/** Deleting is a field write: what others do inside at the same time is kept, and comes back with it. */
export function markDeleted(fields: Fields): void {
  if (!isDeleted(fields)) fields.set('deleted', true)
}

/**
 * Written, not taken away: only what is written moves the clock, by which a client that goes by the state vector of `saved` knows that it
 * is durable.
 */
export function clearDeleted(fields: Fields): void {
  if (isDeleted(fields)) fields.set('deleted', false)
}

/** Writes only what differs, so that an edit which changes nothing is no edit. */
export function setField(fields: Fields, key: string, value: unknown): void {
  if (fields.get(key) !== value) fields.set(key, value)
}

/** Ids that no page or element of the document has: the wished one when it is free, else a new one. */
export function idSource(doc: Y.Doc): (wished?: string) => string {
  const taken = new Set<string>()
  const isFree = (id: string) =>
    ID_PATTERN.test(id) && !taken.has(id) && !pagesOf(doc).has(id) && !elementsOf(doc).has(id)
  return (wished) => {
    let id = wished ?? newId()
    while (!isFree(id)) id = newId()
    taken.add(id)
    return id
  }
}
