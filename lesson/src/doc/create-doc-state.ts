import * as Y from 'yjs'
import type { LessonContent, LessonPage } from '../content.ts'
import { SCHEMA_VERSION } from './migrate-doc.ts'
import { firstKeys } from './order.ts'
import { elementsOf, metaOf, pagesOf, type Fields } from './roots.ts'
import { newElementFields } from './write-element.ts'

/** The client id of what a lesson is created with: fixed, so that the same content always gives the same bytes. */
export const SEED_CLIENT_ID = 1

/**
 * The first state of a lesson's document (a Yjs update, v1) of canonical content. Deterministic. Only for a lesson that has no
 * document yet: applied to another one, it would come beside what is there.
 */
export function createDocState(content: LessonContent): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SEED_CLIENT_ID
  doc.transact(() => {
    metaOf(doc).set('schemaVersion', SCHEMA_VERSION)
    const pageKeys = firstKeys(content.pages.length)
    content.pages.forEach((page, place) => {
      pagesOf(doc).set(page.id, newPageFields(page, pageKeys[place] ?? ''))
      const keys = firstKeys(page.elements.length)
      page.elements.forEach((element, at) => {
        elementsOf(doc).set(element.id, newElementFields(element, { pageId: page.id, index: keys[at] ?? '' }))
      })
    })
  })
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

/** The Y.Map of a page. */
export function newPageFields(page: Omit<LessonPage, 'id' | 'elements'>, index: string): Fields {
  const fields = new Y.Map<unknown>()
  fields.set('index', index)
  fields.set('name', page.name)
  fields.set('width', page.width)
  fields.set('height', page.height)
  fields.set('background', page.background)
  if (page.backgroundGradient) fields.set('backgroundGradient', page.backgroundGradient)
  if (page.backgroundImage) fields.set('backgroundImage', page.backgroundImage)
  if (page.hidden) fields.set('hidden', true)
  return fields
}
