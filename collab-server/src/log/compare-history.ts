/**
 * Whoever writes at a clock that is taken already is not heard by Yjs: what stands there stays. So what an update says of
 * clocks that the document has must be what the document holds, or its sender would believe something saved that is not.
 */
import { isSameJson } from '@anawim/lesson'
import type { DecodedUpdate, Struct } from '@anawim/lesson/doc'
import * as Y from 'yjs'

export interface Comparison {
  /** The update says something else than the document of one and the same clock. */
  isContradicted: boolean
  /** Client ids of which the update shows content that the document has as deleted, so that nobody can compare it. */
  deleted: Set<number>
}

/** Compares what the update and the document both have. */
export function compareHistory(document: Y.Doc, { byClient }: DecodedUpdate): Comparison {
  const comparison: Comparison = { isContradicted: false, deleted: new Set() }
  for (const [client, structs] of byClient) {
    const known = Y.getState(document.store, client)
    for (const struct of structs) {
      if (struct.id.clock >= known) break
      if (!(struct instanceof Y.Item)) continue
      if (!compareStruct(document, struct, known, comparison)) return { ...comparison, isContradicted: true }
    }
  }
  return comparison
}

function compareStruct(document: Y.Doc, item: Y.Item, known: number, comparison: Comparison): boolean {
  const { client, clock } = item.id
  const held = document.store.clients.get(client) ?? []
  const end = Math.min(clock + item.length, known)
  for (let index = Y.findIndexSS(held, clock); index < held.length; index++) {
    const standing = held[index]
    if (!standing || standing.id.clock >= end) break
    if (isDeleted(standing) && !isDeleted(item)) comparison.deleted.add(client)
    if (!(standing instanceof Y.Item)) continue
    const from = Math.max(clock, standing.id.clock)
    const to = Math.min(end, standing.id.clock + standing.length)
    if (!isSameStretch(document, item, standing, from, to)) return false
  }
  return true
}

/** Of what is deleted, it is known where it was at most, not what. */
function isDeleted(struct: Struct): boolean {
  return !(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted
}

/** Are two items the same from clock `from` to before clock `to`? Wherever they were cut: each cut is put beside what it was cut from. */
function isSameStretch(document: Y.Doc, item: Y.Item, standing: Y.Item, from: number, to: number): boolean {
  const origins = [item, standing].map(({ id, origin }) =>
    from === id.clock ? origin : Y.createID(id.client, from - 1),
  )
  if (!isSameId(origins[0] ?? null, origins[1] ?? null) || !isSameId(item.rightOrigin, standing.rightOrigin))
    return false
  const namesParent = item.origin === null && item.rightOrigin === null && from === item.id.clock
  if (namesParent && !(item.parentSub === standing.parentSub && isSameParent(document, item, standing))) return false
  return isDeleted(item) || isDeleted(standing) || isSameContent(item, standing, from, to)
}

function isSameParent(document: Y.Doc, item: Y.Item, standing: Y.Item): boolean {
  const named: unknown = item.parent
  const parent = standing.parent as Y.AbstractType<unknown>
  if (typeof named === 'string') return document.share.get(named) === parent
  return named instanceof Y.ID && isSameId(named, parent._item?.id ?? null)
}

function isSameContent(item: Y.Item, standing: Y.Item, from: number, to: number): boolean {
  const [a, b] = [item.content, standing.content]
  const of = { item: from - item.id.clock, standing: from - standing.id.clock }
  const length = to - from
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    return isSameText(a.str.slice(of.item, of.item + length), b.str.slice(of.standing, of.standing + length))
  }
  if (a instanceof Y.ContentAny && b instanceof Y.ContentAny) {
    const values = [a.arr.slice(of.item, of.item + length), b.arr.slice(of.standing, of.standing + length)] as const
    return values[0].every((value, index) => isSameValue(value, values[1][index]))
  }
  if (a instanceof Y.ContentFormat && b instanceof Y.ContentFormat) {
    return a.key === b.key && isSameValue(a.value, b.value)
  }
  if (a instanceof Y.ContentType && b instanceof Y.ContentType) return nameOfType(a.type) === nameOfType(b.type)
  return false
}

/** Yjs puts U+FFFD in the place of both halves of a pair that somebody cut in two, in whichever document it is cut. */
function isSameText(a: string, b: string): boolean {
  if (a === b) return true
  const whole = (text: string) => text.replace(/[\uD800-\uDFFF]/g, '\uFFFD')
  return whole(a) === whole(b)
}

function isSameValue(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || isSameJson(a, b)
}

function nameOfType(type: object): string {
  return type instanceof Y.XmlElement ? `XmlElement ${type.nodeName}` : type.constructor.name
}

function isSameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}
