import {
  CONTENT_VERSION,
  type LessonContent,
  type LessonElement,
  newId,
  pageDefaults,
  textDefaults,
} from '@anawim/lesson'
import { readElement } from '@anawim/lesson/doc'
import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * What can be read of edits without the lesson that they were made in: the elements that they added, as they were last, on
 * one page; and what was typed into other texts, as one more text. Changes of elements that are not among them are lost.
 */
export function looseContent(updates: readonly Uint8Array[]): LessonContent {
  const parts = updates.flatMap((update) => decode(update) ?? [])
  const doc = new Y.Doc()
  doc.transact(() => {
    Y.applyUpdate(doc, filling(parts))
    for (const { update } of parts) Y.applyUpdate(doc, update)
  })
  const elements: LessonElement[] = []
  for (const id of doc.getMap('elements').keys()) {
    const found = readElement(doc, id)
    if (found && !found.deleted) elements.push(found.element)
  }
  const typed = looseText(doc, parts)
  if (typed) elements.push(textElement(typed))
  doc.destroy()
  const { hidden: _hidden, ...page } = pageDefaults
  return { version: CONTENT_VERSION, pages: [{ ...page, id: newId(), elements }] }
}

interface Part {
  update: Uint8Array
  structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  ds: ReturnType<typeof Y.decodeUpdate>['ds']
}

function decode(update: Uint8Array): Part | null {
  try {
    return { update, ...Y.decodeUpdate(update) }
  } catch {
    return null
  }
}

const GC_STRUCT = 0
const SKIP_STRUCT = 10

/**
 * An update (Yjs v1) of garbage in place of everything that the parts build on and do not hold. Yjs then integrates them, and turns into
 * garbage what hangs on garbage.
 */
function filling(parts: readonly Part[]): Uint8Array {
  const held = new Map<number, { clock: number; end: number }[]>()
  const reach = new Map<number, number>()
  const need = (client: number, end: number) => reach.set(client, Math.max(reach.get(client) ?? 0, end))
  for (const { structs, ds } of parts) {
    for (const struct of structs) {
      const { client, clock } = struct.id
      if (struct instanceof Y.Skip) continue
      held.set(client, [...(held.get(client) ?? []), { clock, end: clock + struct.length }])
      need(client, clock)
      if (!(struct instanceof Y.Item)) continue
      for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
        if (id instanceof Y.ID) need(id.client, id.clock + 1)
      }
    }
    for (const [client, deletions] of ds.clients) for (const { clock, len } of deletions) need(client, clock + len)
  }
  const encoder = createEncoder()
  const clients = [...reach].filter(([, end]) => end > 0).sort(([one], [other]) => other - one)
  writeVarUint(encoder, clients.length)
  for (const [client, end] of clients) {
    const pieces = piecesOf(end, held.get(client) ?? [])
    writeVarUint(encoder, pieces.length)
    writeVarUint(encoder, client)
    writeVarUint(encoder, 0)
    for (const { info, length } of pieces) {
      writeUint8(encoder, info)
      writeVarUint(encoder, length)
    }
  }
  // No deletions.
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

/** Garbage from clock 0 to `end`, but for what is held. */
function piecesOf(end: number, held: readonly { clock: number; end: number }[]): { info: number; length: number }[] {
  const pieces: { info: number; length: number }[] = []
  let at = 0
  for (const range of held.toSorted((one, other) => one.clock - other.clock)) {
    if (range.clock > at) pieces.push({ info: GC_STRUCT, length: range.clock - at })
    if (range.end > at) pieces.push({ info: SKIP_STRUCT, length: range.end - Math.max(at, range.clock) })
    at = Math.max(at, range.end)
  }
  if (end > at) pieces.push({ info: GC_STRUCT, length: end - at })
  return pieces
}

/** What was typed into texts that are not here, without what was deleted again; a line for each place. */
function looseText(doc: Y.Doc, parts: readonly Part[]): string {
  const deleted = Y.mergeDeleteSets(parts.map(({ ds }) => ds))
  const letters = new Map<number, Map<number, string>>()
  for (const { structs } of parts) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
      const { client, clock } = struct.id
      if (!(Y.getItem(doc.store, struct.id) instanceof Y.GC)) continue
      const own = letters.get(client) ?? new Map<number, string>()
      letters.set(client, own)
      ;[...Array(struct.length).keys()].forEach((place) => {
        if (!Y.isDeleted(deleted, Y.createID(client, clock + place))) {
          own.set(clock + place, struct.content.getContent()[place] ?? '')
        }
      })
    }
  }
  return [...letters.values()].map(joined).join('\n').trim()
}

function joined(letters: ReadonlyMap<number, string>): string {
  let text = ''
  let last: number | null = null
  for (const [clock, letter] of [...letters].sort(([one], [other]) => one - other)) {
    text += last !== null && clock !== last + 1 ? `\n${letter}` : letter
    last = clock
  }
  return text
}

function textElement(text: string): LessonElement {
  const lines = text.split('\n')
  return {
    id: newId(),
    kind: 'text',
    x: 80,
    y: 60,
    width: 600,
    height: Math.round(lines.length * textDefaults.fontSize * textDefaults.lineHeight),
    rotation: 0,
    text: {
      type: 'doc',
      content: lines.map((line) =>
        line ? { type: 'paragraph', content: [{ type: 'text', text: line }] } : { type: 'paragraph' },
      ),
    },
  }
}
