import type * as Y from 'yjs'
import { CONTENT_VERSION, type LessonContent } from '../content.ts'
import { inOrder } from './order.ts'
import { cachedReader } from './element-cache.ts'
import { livingPages, readPages } from './read-pages.ts'
import { elementsOf, entriesOf, isDeleted, type Entry } from './roots.ts'

/**
 * The canonical JSON of the whole canvas: without what is deleted, with what is hidden. It never throws, whatever stands in the
 * document: odd values become their defaults or are clamped, elements without a page are left out. An element that has not changed
 * since the last call is the same, frozen object.
 */
export function readContent(doc: Y.Doc): LessonContent {
  const read = cachedReader(doc)
  const entriesByPage = new Map<unknown, Entry[]>(livingPages(doc).map(({ id }) => [id, []]))
  for (const entry of entriesOf(elementsOf(doc))) {
    if (!isDeleted(entry.fields)) entriesByPage.get(entry.fields.get('pageId'))?.push(entry)
  }
  const pages = readPages(doc).map(({ index: _index, ...page }) => ({
    ...page,
    elements: inOrder(entriesByPage.get(page.id) ?? []).flatMap((entry) => read(entry) ?? []),
  }))
  return { version: CONTENT_VERSION, pages }
}
