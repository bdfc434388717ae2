import * as Y from 'yjs'
import { elementsOf, entriesOf, isDeleted, pagesOf } from './roots.ts'

export type Step = Y.UndoManager['undoStack'][number]

/** Of a step in whose undoing something was left out: `step.meta` has this key. */
const LEFT = 'leftToOthers'

/**
 * Undoing a creation would hide what others have done in it since. What they have changed is taken out of the step, which may
 * then be nothing at all: Yjs passes over it. To be called inside the transaction that undoes.
 */
export function keepOthersWork(transaction: Y.Transaction, steps: readonly Step[]): void {
  for (const step of steps) {
    const kept: Y.Item[] = []
    Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
      if (struct instanceof Y.Item && isCreation(struct) && isChangedByOthers(struct)) kept.push(struct)
    })
    for (const item of kept) {
      takeOut(step.deletions, item.id)
      // And what the step wrote in its place.
      for (let next = item.right; next; next = next.right) takeOut(step.insertions, next.id)
    }
    if (kept.length > 0) step.meta.set(LEFT, true)
  }
}

/**
 * Was something of a step left as it is, because others have changed it since? Of one that was undone or redone; `isDone`: something of it
 * was.
 */
export function isLeftToOthers(doc: Y.Doc, step: Step, isDone: boolean): boolean {
  if (isDone || step.meta.has(LEFT)) return step.meta.has(LEFT)
  let isTheirs = false
  doc.transact((transaction) => {
    for (const written of [step.insertions, step.deletions]) {
      Y.iterateDeletedStructs(transaction, written, (struct) => {
        if (!(struct instanceof Y.Item) || struct.parentSub === null || !(struct.parent instanceof Y.Map)) return
        const now = struct.parent._map.get(struct.parentSub)
        if (now && now.id.client !== doc.clientID) isTheirs = true
      })
    }
  })
  return isTheirs
}

/** Is it the `deleted` with which an element or page is born, or what undo and redo have made of that since? */
function isCreation(item: Y.Item): boolean {
  if (item.parentSub !== 'deleted' || !(item.parent instanceof Y.Map)) return false
  let first = item
  while (first.left) first = first.left
  const doc = item.parent.doc
  if (!doc || first.id.client !== doc.clientID || item.parent._item?.id.client !== doc.clientID) return false
  let { id } = first
  for (let next = first.redone; next; next = Y.getItem(doc.store, next).redone) id = next
  return Y.compareIDs(id, item.id)
}

function isChangedByOthers({ parent }: Y.Item): boolean {
  if (!(parent instanceof Y.Map) || !parent.doc) return false
  const { doc, _item } = parent
  if (holdsOthers(parent, doc.clientID)) return true
  if (_item?.parent !== pagesOf(doc)) return false
  // A page is also changed by what others put on it.
  return entriesOf(elementsOf(doc)).some(
    ({ fields }) =>
      fields.get('pageId') === _item.parentSub &&
      !isDeleted(fields) &&
      (fields._item?.id.client !== doc.clientID || holdsOthers(fields, doc.clientID)),
  )
}

/** Has anybody else written something that stands in it? */
function holdsOthers(type: Pick<Y.AbstractType<unknown>, '_map' | '_start'>, client: number): boolean {
  const isOthers = (item: Y.Item): boolean =>
    !item.deleted &&
    (item.id.client !== client || (item.content instanceof Y.ContentType && holdsOthers(item.content.type, client)))
  for (const item of type._map.values()) if (isOthers(item)) return true
  for (let item = type._start; item; item = item.right) if (isOthers(item)) return true
  return false
}

function takeOut({ clients }: Step['deletions'], { client, clock }: Y.ID): void {
  const rest = (clients.get(client) ?? []).flatMap((range) => {
    const end = range.clock + range.len
    if (clock < range.clock || clock >= end) return [range]
    return [
      { clock: range.clock, len: clock - range.clock },
      { clock: clock + 1, len: end - clock - 1 },
    ].filter(({ len }) => len > 0)
  })
  if (rest.length > 0) clients.set(client, rest)
  else clients.delete(client)
}
