import type { Change, ReaderView } from './changes.ts'
import type { LessonPage } from './content.ts'
import { headOf } from './page-head.ts'
import { isSameJson } from './same-json.ts'

/**
 * The changes that lead from one version to the next, few where little has changed: of what was only reordered, the longest part
 * that kept its order stays where it is. Both views are what readers see (`forReaders`).
 */
export function makeChanges(before: ReaderView, after: ReaderView): Change[] {
  const changes: Change[] = []
  if (before.title !== after.title) changes.push({ op: 'lesson', title: after.title })
  removePages(before, after, changes)
  removeElements(before, after, changes)
  putPages(before.content.pages, after.content.pages, changes)
  const oldPages = byId(before.content.pages)
  for (const page of after.content.pages) putElements(oldPages.get(page.id), page, changes)
  return changes
}

function removePages(before: ReaderView, after: ReaderView, changes: Change[]): void {
  const left = byId(after.content.pages)
  for (const page of before.content.pages) if (!left.has(page.id)) changes.push({ op: 'removePage', pageId: page.id })
}

/** Of the pages that stay: those on a page that goes, go with it, and are put again if they have moved. */
function removeElements(before: ReaderView, after: ReaderView, changes: Change[]): void {
  const pages = byId(after.content.pages)
  const elements = new Set(after.content.pages.flatMap((page) => page.elements.map((element) => element.id)))
  for (const page of before.content.pages) {
    if (!pages.has(page.id) || pages.get(page.id) === page) continue
    for (const { id } of page.elements) if (!elements.has(id)) changes.push({ op: 'remove', elementId: id })
  }
}

function putPages(before: readonly LessonPage[], after: readonly LessonPage[], changes: Change[]): void {
  const old = byId(before)
  const staying = stayingIds(before, after)
  let previous: string | null = null
  for (const page of after) {
    const head = headOf(page)
    const was = old.get(page.id)
    if (!was || !staying.has(page.id) || !isSameJson(headOf(was), head)) {
      changes.push({ op: 'page', page: head, after: previous })
    }
    previous = page.id
  }
}

function putElements(before: LessonPage | undefined, after: LessonPage, changes: Change[]): void {
  if (before === after) return
  const oldElements = before?.elements ?? []
  const old = byId(oldElements)
  const staying = stayingIds(oldElements, after.elements)
  let previous: string | null = null
  for (const element of after.elements) {
    if (!staying.has(element.id) || !isSameJson(old.get(element.id), element)) {
      changes.push({ op: 'put', pageId: after.id, element, after: previous })
    }
    previous = element.id
  }
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

/**
 * The ids that need not move: a longest run of `after` that stands in the same order in `before`. What moves is put right
 * behind its predecessor, in the order of `after`; so each lands among those that stay where it belongs.
 */
function stayingIds(before: readonly { id: string }[], after: readonly { id: string }[]): Set<string> {
  const placeBefore = new Map(before.map(({ id }, place) => [id, place]))
  const shared = after.flatMap(({ id }) => {
    const place = placeBefore.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  return new Set(longestIncreasing(shared.map(({ place }) => place)).map((index) => shared[index]?.id ?? ''))
}

/** The indices of a longest strictly increasing subsequence (patience sorting, O(n log n)). */
function longestIncreasing(values: readonly number[]): number[] {
  const ends: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const indices: number[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) indices.push(index)
  return indices.reverse()
}
