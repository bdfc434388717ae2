import { ChangeError, type Change, type ReaderView } from './changes.ts'
import type { LessonPage } from './content.ts'
import type { LessonElement } from './elements/index.ts'
import type { PageHead } from './page-head.ts'

/**
 * The next version: what was `view`, with the changes applied in order. Pure; pages that no change names are the same objects.
 * Throws ChangeError when a change names something that is not there: then the version one holds is not the one meant.
 */
export function applyChanges(view: ReaderView, changes: readonly Change[]): ReaderView {
  const draft = new Draft(view)
  for (const change of changes) draft.apply(change)
  return draft.finish()
}

/** A copy under change: a page's elements are copied when the first change touches them. */
class Draft {
  #title: string
  readonly #version: ReaderView['content']['version']
  readonly #pages: LessonPage[]
  readonly #copied = new Set<LessonPage>()
  /** The page on which an element stands. */
  readonly #pageOf = new Map<string, string>()

  constructor({ title, content }: ReaderView) {
    this.#title = title
    this.#version = content.version
    this.#pages = [...content.pages]
    for (const page of content.pages) for (const element of page.elements) this.#pageOf.set(element.id, page.id)
  }

  finish(): ReaderView {
    return { title: this.#title, content: { version: this.#version, pages: this.#pages } }
  }

  apply(change: Change): void {
    switch (change.op) {
      case 'put':
        return this.#put(change.pageId, change.element, change.after)
      case 'remove':
        return this.#remove(change.elementId)
      case 'page':
        return this.#putPage(change.page, change.after)
      case 'removePage':
        return this.#removePage(change.pageId)
      case 'lesson':
        this.#title = change.title
        return
      default:
        throw new ChangeError('a change of an unknown kind')
    }
  }

  #put(pageId: string, element: LessonElement, after: string | null): void {
    if (this.#pageOf.has(element.id)) this.#remove(element.id)
    const { elements } = this.#page(pageId)
    elements.splice(placeAfter(elements, after), 0, element)
    this.#pageOf.set(element.id, pageId)
  }

  #remove(elementId: string): void {
    const pageId = this.#pageOf.get(elementId)
    if (pageId === undefined) throw new ChangeError(`there is no element ${elementId}`)
    const { elements } = this.#page(pageId)
    elements.splice(indexOf(elements, elementId), 1)
    this.#pageOf.delete(elementId)
  }

  #putPage(head: PageHead, after: string | null): void {
    const known = this.#pages.findIndex((page) => page.id === head.id)
    const old = known < 0 ? undefined : this.#pages.splice(known, 1)[0]
    const page = { ...head, elements: old?.elements ?? [] }
    if (!old || this.#copied.has(old)) this.#copied.add(page)
    this.#pages.splice(placeAfter(this.#pages, after), 0, page)
  }

  #removePage(pageId: string): void {
    const [page] = this.#pages.splice(indexOf(this.#pages, pageId), 1)
    for (const element of page?.elements ?? []) this.#pageOf.delete(element.id)
  }

  /** The page, with elements that may be changed in place. */
  #page(pageId: string): LessonPage {
    const index = indexOf(this.#pages, pageId)
    const page = this.#pages[index] as LessonPage
    if (this.#copied.has(page)) return page
    const copy = { ...page, elements: [...page.elements] }
    this.#pages[index] = copy
    this.#copied.add(copy)
    return copy
  }
}

function indexOf(items: readonly { id: string }[], id: string): number {
  const index = items.findIndex((item) => item.id === id)
  if (index < 0) throw new ChangeError(`there is no ${id}`)
  return index
}

/** Where something is inserted that comes right behind `after` (null: first). */
function placeAfter(items: readonly { id: string }[], after: string | null): number {
  return after === null ? 0 : indexOf(items, after) + 1
}
