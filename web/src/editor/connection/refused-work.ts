import { type LessonElement, withDefaults } from '@anawim/lesson'
import {
  addElements,
  addPage,
  deleteElements,
  moveElements,
  readElement,
  readPage,
  readPages,
  restoreElements,
  updateElements,
  updatePage,
} from '@anawim/lesson/doc'
import type * as Y from 'yjs'
import type { EditorSession } from '../session/session.ts'

/** A document that the server would not have, and what of it was not saved. */
export interface RefusedWork {
  doc: Y.Doc
  title: string
  /** The lesson has grown as large as a lesson may: nothing more can be added. */
  isFull: boolean
  elements: readonly string[]
  pages: boolean
  /** Under these the journal keeps the edits. */
  keys: readonly number[]
}

/** Can anything of it be put back? */
export function isAnythingLost({ elements, pages }: RefusedWork): boolean {
  return elements.length > 0 || pages
}

/**
 * Writes the refused changes into the lesson once more, by operations, which check every value. As one step of undo: what
 * somebody else has changed meanwhile can be had back.
 */
export function putBack({ doc: old, elements, pages }: RefusedWork, { doc, history, pageId }: EditorSession): void {
  history.beginStep()
  const pageIds = new Map(readPages(doc).map(({ id }) => [id, id]))
  if (pages) putBackPages(old, doc, pageIds)
  for (const id of elements) {
    const found = readElement(old, id)
    if (!found) continue
    if (found.deleted) deleteElements(doc, [id])
    else putBackElement(doc, found.element, pageIds.get(found.pageId) ?? pageId.get())
  }
  history.beginStep()
}

/** New pages get other ids: `pageIds` says which. Pages that were deleted stay. */
function putBackPages(old: Y.Doc, doc: Y.Doc, pageIds: Map<string, string>): void {
  let after: string | null = null
  for (const { id, index: _index, ...page } of readPages(old)) {
    if (readPage(doc, id)) updatePage(doc, id, page)
    else {
      const { hidden: _hidden, ...fields } = page
      pageIds.set(id, addPage(doc, { after, ...fields }))
    }
    after = pageIds.get(id) ?? id
  }
}

function putBackElement(doc: Y.Doc, element: LessonElement, pageId: string): void {
  const { id, x, y, width, height, rotation } = element
  const present = readElement(doc, id)
  if (!present) return void addElements(doc, pageId, [element])
  if (present.deleted) restoreElements(doc, [id])
  moveElements(doc, [{ id, box: { x, y, width, height, rotation } }])
  const before: Record<string, unknown> = withDefaults(present.element)
  const own = Object.entries(withDefaults(element))
  updateElements(
    doc,
    [id],
    Object.fromEntries(own.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))),
  )
}
