import type { LessonElement, LessonPage } from '@anawim/lesson'
import { observeLesson, readElement, readElements, readPages } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { Listeners } from './listeners.ts'

export type PageHead = ReturnType<typeof readPages>[number]

/** Who wrote what was just seen. */
export interface ModelChange {
  elements: ReadonlySet<string>
  pages: boolean
  isLocal: boolean
}

/**
 * The document as the screen reads it: canonical JSON, the same object until the element changes, and listeners by
 * element and by page. Pages are read when somebody first asks for them.
 */
export class LessonModel {
  readonly #doc: Y.Doc
  readonly #elements = new Map<string, { element: LessonElement; pageId: string; place: string }>()
  readonly #orders = new Map<string, readonly string[]>()
  readonly #elementListeners = new Listeners()
  readonly #pageListeners = new Listeners()
  readonly #pagesListeners = new Set<() => void>()
  readonly #changeListeners = new Set<(change: ModelChange) => void>()
  readonly #stop: () => void
  #pages: readonly PageHead[]

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#pages = readPages(doc)
    this.#stop = observeLesson(doc, ({ pages, elements, local }) => this.#update(pages, elements, local))
  }

  destroy(): void {
    this.#stop()
  }

  /** In order, without the deleted ones. The same array until a page changes. */
  readonly pages = (): readonly PageHead[] => this.#pages

  page(pageId: string): PageHead | undefined {
    return this.#pages.find((page) => page.id === pageId)
  }

  /** In drawing order, the lowest first. The same array until the page's list changes. */
  elementIds(pageId: string): readonly string[] {
    return this.#orders.get(pageId) ?? this.#readPage(pageId)
  }

  element(id: string): LessonElement | undefined {
    return this.#elements.get(id)?.element
  }

  pageIdOf(id: string): string | undefined {
    return this.#elements.get(id)?.pageId
  }

  elementsOf(pageId: string): LessonElement[] {
    return this.elementIds(pageId).flatMap((id) => this.element(id) ?? [])
  }

  /** A page with its elements, as `drawing` draws it. */
  wholePage(page: PageHead): LessonPage {
    return { ...page, elements: this.elementsOf(page.id) }
  }

  subscribeElement(id: string, listener: () => void): () => void {
    return this.#elementListeners.add(id, listener)
  }

  /** Told of the page's list of elements, and of every change of one of them. */
  subscribePage(pageId: string, listener: () => void): () => void {
    return this.#pageListeners.add(pageId, listener)
  }

  readonly subscribePages = (listener: () => void): (() => void) => {
    this.#pagesListeners.add(listener)
    return () => this.#pagesListeners.delete(listener)
  }

  subscribeChanges(listener: (change: ModelChange) => void): () => void {
    this.#changeListeners.add(listener)
    return () => this.#changeListeners.delete(listener)
  }

  #readPage(pageId: string): readonly string[] {
    const elements = readElements(this.#doc, pageId)
    for (const element of elements) {
      if (!this.#elements.has(element.id)) {
        this.#elements.set(element.id, { element, pageId, place: placeOf(this.#doc, element.id) })
      }
    }
    const ids = elements.map(({ id }) => id)
    const before = this.#orders.get(pageId)
    const order = before && isSameList(before, ids) ? before : ids
    this.#orders.set(pageId, order)
    return order
  }

  #update(pages: boolean, elements: ReadonlySet<string>, isLocal: boolean): void {
    if (pages) this.#pages = readPages(this.#doc)
    const touched = new Set<string>()
    const reordered = new Set<string>()
    for (const id of elements) {
      const { pageIds, isMoved } = this.#updateElement(id)
      for (const pageId of pageIds) {
        touched.add(pageId)
        if (isMoved) reordered.add(pageId)
      }
    }
    for (const pageId of reordered) if (this.#orders.has(pageId)) this.#readPage(pageId)
    for (const id of elements) this.#elementListeners.tell(id)
    for (const pageId of touched) this.#pageListeners.tell(pageId)
    if (pages) for (const listener of this.#pagesListeners) listener()
    for (const listener of this.#changeListeners) listener({ elements, pages, isLocal })
  }

  /** The pages on which it is or was, and whether their lists must be read again. */
  #updateElement(id: string): { pageIds: string[]; isMoved: boolean } {
    const before = this.#elements.get(id)
    const found = readElement(this.#doc, id)
    if (!found || found.deleted) {
      this.#elements.delete(id)
      return { pageIds: before ? [before.pageId] : [], isMoved: before !== undefined }
    }
    const { element, pageId } = found
    const place = placeOf(this.#doc, id)
    this.#elements.set(id, { element, pageId, place })
    const pageIds = before && before.pageId !== pageId ? [before.pageId, pageId] : [pageId]
    return { pageIds, isMoved: before?.place !== place }
  }
}

/** What its place in the drawing order follows from: reading a whole page again at each keystroke would be slow. */
function placeOf(doc: Y.Doc, id: string): string {
  const element = doc.getMap('elements').get(id)
  return element instanceof Y.Map ? `${element.get('pageId')} ${element.get('index')}` : ''
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}
