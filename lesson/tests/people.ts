/** People with a copy of one lesson each, and a network between them that delivers when and in what order a test wants. */
import * as Y from 'yjs'
import { contentSchema, type LessonElement, type RichText } from '@anawim/lesson'
import { createDocState, createUndo } from '@anawim/lesson/doc'

export interface Peer {
  doc: Y.Doc
  undo: Y.UndoManager
}

/** The origin of what arrives from others. */
const NETWORK = 'network'

/** So many people in one lesson. `deliver` hands one waiting update over, chosen by `pick`; `settle` all of them. */
export function peers(count: number, state: Uint8Array) {
  const waiting: { to: Peer; update: Uint8Array }[] = []
  const all: Peer[] = Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state, NETWORK)
    return { doc, undo: createUndo(doc) }
  })
  for (const from of all) {
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === NETWORK) return
      for (const to of all) if (to !== from) waiting.push({ to, update })
    })
  }
  const deliver = (place: number) => {
    const [message] = waiting.splice(place, 1)
    if (message) Y.applyUpdate(message.to.doc, message.update, NETWORK)
  }
  return {
    all,
    waiting,
    deliver,
    settle: () => {
      while (waiting.length > 0) deliver(0)
    },
  }
}

/** Two people, named: `const { alice, bob, settle } = pair()`. */
export function pair(content: unknown = lesson('p1: a b c')) {
  const { all, settle } = peers(2, createDocState(contentSchema.parse(content)))
  const [alice, bob] = all as [Peer, Peer]
  return { alice, bob, settle }
}

/** A lesson in a few lines: `lesson('p1: a b', 'p2:')` has two pages, with shapes of those ids. */
export function lesson(...lines: string[]) {
  const pages = lines.map((line) => {
    const [id = '', names = ''] = line.split(':')
    return { id, name: id, elements: names.trim().split(' ').filter(Boolean).map(shape) }
  })
  return contentSchema.parse({ version: 1, pages })
}

export function shape(id: string): LessonElement {
  const box = { x: 0, y: 0, width: 10, height: 10, rotation: 0 }
  return { id, kind: 'shape', ...box, shape: 'rectangle', fill: '#ffffff', stroke: '#000000', strokeWidth: 1 }
}

export function textBox(id: string, ...paragraphs: string[]): LessonElement {
  return { id, kind: 'text', x: 0, y: 0, width: 100, height: 20, rotation: 0, text: richText(...paragraphs) }
}

export function richText(...paragraphs: string[]): RichText {
  const content = paragraphs.map((text) => ({
    type: 'paragraph' as const,
    ...(text && { content: [{ type: 'text' as const, text }] }),
  }))
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}
