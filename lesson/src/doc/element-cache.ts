import type * as Y from 'yjs'
import type { LessonElement } from '../elements/index.ts'
import { changedIn } from './observe-lesson.ts'
import { readFields } from './read-element.ts'
import type { Entry } from './roots.ts'

const caches = new WeakMap<Y.Doc, Map<string, LessonElement | null>>()

/**
 * A reader of elements that reads again only those that changed since the last time: what a server reads after each burst of
 * edits is nearly always what it read before. The elements are the same objects as then, and frozen.
 *
 * While a transaction is going on, or others are being told of one, nothing is taken from the cache, for it may be older than the document.
 */
export function cachedReader(doc: Y.Doc): (entry: Entry) => LessonElement | null {
  if (doc._transaction !== null || doc._transactionCleanups.length > 0)
    return ({ id, fields }) => readFields(id, fields)
  const cache = caches.get(doc) ?? newCache(doc)
  return ({ id, fields }) => {
    let element = cache.get(id)
    if (element === undefined) {
      element = readFields(id, fields)
      cache.set(id, element && Object.freeze(element))
    }
    return element
  }
}

function newCache(doc: Y.Doc): Map<string, LessonElement | null> {
  const cache = new Map<string, LessonElement | null>()
  caches.set(doc, cache)
  // Before anybody hears of the change, so that nobody who does can read what was.
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    for (const id of changedIn(transaction, doc).elements) cache.delete(id)
  })
  return cache
}
