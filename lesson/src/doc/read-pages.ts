import type * as Y from 'yjs'
import { pageDefaults, pageShape, type LessonPage } from '../content.ts'
import { inOrder } from './order.ts'
import { entriesOf, isDeleted, pagesOf, type Entry } from './roots.ts'

/** A page without its elements; `index` is its place among the pages of the lesson, from 0. */
export interface PageView extends Omit<LessonPage, 'elements'> {
  index: number
}

/** The pages of the lesson in order: not the deleted ones, the hidden ones included. */
export function readPages(doc: Y.Doc): PageView[] {
  return livingPages(doc).map(readPageFields)
}

/** One page; null when there is none of that id, or it is deleted. */
export function readPage(doc: Y.Doc, pageId: string): PageView | null {
  return readPages(doc).find((page) => page.id === pageId) ?? null
}

/**
 * The pages that count, in order. A lesson always has a page: when two people have deleted the last two at the same time, the
 * first of all is shown nevertheless, the same one to everybody.
 */
export function livingPages(doc: Y.Doc): Entry[] {
  const all = inOrder(entriesOf(pagesOf(doc)))
  const living = all.filter(({ fields }) => !isDeleted(fields))
  return living.length > 0 ? living : all.slice(0, 1)
}

function readPageFields({ id, fields }: Entry, index: number): PageView {
  const { name, width, height, background, backgroundGradient, backgroundImage, hidden } = pageShape
  const page: PageView = {
    id,
    name: name.safeParse(fields.get('name')).data ?? pageDefaults.name,
    width: width.safeParse(fields.get('width')).data ?? pageDefaults.width,
    height: height.safeParse(fields.get('height')).data ?? pageDefaults.height,
    background: background.safeParse(fields.get('background')).data ?? pageDefaults.background,
    index,
  }
  const gradient = backgroundGradient.safeParse(fields.get('backgroundGradient')).data
  if (gradient) page.backgroundGradient = gradient
  const image = backgroundImage.safeParse(fields.get('backgroundImage')).data
  if (image) page.backgroundImage = image
  if (hidden.safeParse(fields.get('hidden')).data) page.hidden = true
  return page
}
