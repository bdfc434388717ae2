import type * as Y from 'yjs'
import { inOrder, writeOrder } from './order.ts'
import { LOCAL } from './origins.ts'
import { elementsOnPage } from './read-elements.ts'
import { elementsOf, fieldsOf, isDeleted, type Entry } from './roots.ts'

export type Arrangement = 'front' | 'back' | 'forward' | 'backward'

/** Moves elements in the drawing order of their pages: to the top or bottom, or one step past a neighbour. Among themselves they keep their order. */
export function arrangeElements(doc: Y.Doc, ids: readonly string[], to: Arrangement, origin: unknown = LOCAL): void {
  const selected = new Set(ids)
  const pageIds = new Set(ids.map((id) => fieldsOf(elementsOf(doc), id)?.get('pageId')))
  doc.transact(() => {
    for (const pageId of pageIds) {
      if (typeof pageId !== 'string') continue
      const all = inOrder(elementsOnPage(doc, pageId))
      const before = all.filter(({ fields }) => !isDeleted(fields))
      const after = arranged(before, selected, to)
      if (after.every((entry, place) => entry === before[place])) continue
      writeOrder(withDeleted(all, after), selected)
    }
  }, origin)
}

/** Moves elements of one page right above element `after` of it (null: to the bottom). Among themselves they keep their order. */
export function placeElements(doc: Y.Doc, ids: readonly string[], after: string | null, origin: unknown = LOCAL): void {
  const moved = new Set(ids)
  const pageId = ids.map((id) => fieldsOf(elementsOf(doc), id)?.get('pageId')).find((id) => typeof id === 'string')
  if (typeof pageId !== 'string' || (after !== null && moved.has(after))) return
  const all = inOrder(elementsOnPage(doc, pageId))
  const before = all.filter(({ fields }) => !isDeleted(fields))
  const placed = before.filter(({ id }) => moved.has(id))
  const others = before.filter(({ id }) => !moved.has(id))
  const place = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
  if (after !== null && place === 0) return
  const next = [...others.slice(0, place), ...placed, ...others.slice(place)]
  if (next.every((entry, index) => entry === before[index])) return
  doc.transact(() => writeOrder(withDeleted(all, next), moved), origin)
}

function arranged(order: readonly Entry[], selected: ReadonlySet<string>, to: Arrangement): Entry[] {
  const isSelected = ({ id }: Entry) => selected.has(id)
  switch (to) {
    case 'front':
      return [...order.filter((entry) => !isSelected(entry)), ...order.filter(isSelected)]
    case 'back':
      return [...order.filter(isSelected), ...order.filter((entry) => !isSelected(entry))]
    case 'backward':
      return stepped(order, isSelected)
    case 'forward':
      return stepped(order.toReversed(), isSelected).reverse()
  }
}

/** Each selected one goes before the one in front of it, unless that is selected too and could not move either. */
function stepped(order: readonly Entry[], isSelected: (entry: Entry) => boolean): Entry[] {
  const next = [...order]
  for (let place = 1; place < next.length; place++) {
    const entry = next[place]
    const neighbour = next[place - 1]
    if (!entry || !neighbour || !isSelected(entry) || isSelected(neighbour)) continue
    next[place - 1] = entry
    next[place] = neighbour
  }
  return next
}

/** The whole order, deleted ones included: each of them stays behind the one that it stood behind. */
function withDeleted(all: readonly Entry[], living: readonly Entry[]): Entry[] {
  const behind = new Map<Entry | null, Entry[]>()
  let last: Entry | null = null
  for (const entry of all) {
    if (!isDeleted(entry.fields)) last = entry
    else behind.set(last, [...(behind.get(last) ?? []), entry])
  }
  return [...(behind.get(null) ?? []), ...living.flatMap((entry) => [entry, ...(behind.get(entry) ?? [])])]
}
