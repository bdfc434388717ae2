/** Items that no editor makes, and that Yjs would take: each is written by hand, and judged beside one that is in order. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { judgeUpdate } from '@anawim/lesson/doc'

const malformed = { ok: false, code: 'malformed' }
const inOrder = { ok: true }

/** Two text boxes, `a` and `b`, in which stands a word each; written by client 1. */
function twoTexts(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  for (const [id, word] of [
    ['a', 'cây'],
    ['b', 'lá'],
  ] as const) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(word)])
    const fragment = new Y.XmlFragment()
    fragment.insert(0, [paragraph])
    const fields: [string, unknown][] = [
      ['kind', 'text'],
      ['fill', '#ffffff'],
      ['text', fragment],
    ]
    doc.getMap('elements').set(id, new Y.Map(fields))
  }
  return doc
}

/** Ids of the items of which this is so, in the order in which they were written. */
function idsOf(doc: Y.Doc, isMeant: (item: Y.Item) => boolean): Y.ID[] {
  const items = (doc.store.clients.get(1) ?? []).filter((struct) => struct instanceof Y.Item)
  return items.filter(isMeant).map(({ id }) => id)
}
const isWord = ({ content }: Y.Item) => content instanceof Y.ContentString
const isParagraph = ({ content }: Y.Item) =>
  content instanceof Y.ContentType && content.type.constructor === Y.XmlElement
const isFill = ({ parentSub }: Y.Item) => parentSub === 'fill'

interface HandMade {
  clock?: number
  origin?: Y.ID | undefined
  rightOrigin?: Y.ID | undefined
  /** When there is neither: the name of a root, or the item of a type. */
  parent?: string | Y.ID | undefined
  /** 1: so many deleted; 4: text; 8: values. */
  content: { ref: 1; length: number } | { ref: 4; text: string } | { ref: 8; values: unknown[] }
}

/** An update (Yjs v1) of client 9 that holds this one item. */
function update({ clock = 0, origin, rightOrigin, parent, content }: HandMade): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number))
  write(1, 1, 9, clock)
  encoding.writeUint8(encoder, content.ref | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0))
  if (origin) write(origin.client, origin.clock)
  if (rightOrigin) write(rightOrigin.client, rightOrigin.clock)
  if (!origin && !rightOrigin && typeof parent === 'string') {
    write(1)
    encoding.writeVarString(encoder, parent)
  } else if (!origin && !rightOrigin && parent instanceof Y.ID) write(0, parent.client, parent.clock)
  if (content.ref === 1) write(content.length)
  else if (content.ref === 4) encoding.writeVarString(encoder, content.text)
  else {
    write(content.values.length)
    for (const value of content.values) encoding.writeAny(encoder, value as encoding.AnyEncodable)
  }
  write(0)
  return encoding.toUint8Array(encoder)
}

const text = { ref: 4, text: 'xanh' } as const

describe('the gate refuses', () => {
  test('text between the words of two boxes', () => {
    const doc = twoTexts()
    const [a, b] = idsOf(doc, isWord)
    expect(judgeUpdate(update({ origin: a, content: text }), doc)).toStrictEqual(inOrder)
    expect(judgeUpdate(update({ origin: a, rightOrigin: b, content: text }), doc)).toStrictEqual(malformed)
  })

  test('text that stands beside words, not in them', () => {
    const doc = twoTexts()
    const [paragraph] = idsOf(doc, isParagraph)
    expect(judgeUpdate(update({ parent: paragraph, content: text }), doc)).toStrictEqual(malformed)
  })

  test('values among words, and among paragraphs', () => {
    const doc = twoTexts()
    const content: HandMade['content'] = { ref: 8, values: [7] }
    const [word] = idsOf(doc, isWord)
    const [paragraph] = idsOf(doc, isParagraph)
    expect(judgeUpdate(update({ origin: word, content }), doc)).toStrictEqual(malformed)
    expect(judgeUpdate(update({ parent: paragraph, content }), doc)).toStrictEqual(malformed)
  })

  test('a value before the newest under its key: it would never be the newest, and Yjs goes astray', () => {
    const doc = twoTexts()
    const [fill] = idsOf(doc, isFill)
    const content: HandMade['content'] = { ref: 8, values: ['#000000'] }
    expect(judgeUpdate(update({ origin: fill, content }), doc)).toStrictEqual(inOrder)
    expect(judgeUpdate(update({ rightOrigin: fill, content }), doc)).toStrictEqual(malformed)
  })

  test('a value in a root that has no key, deleted or not', () => {
    const doc = twoTexts()
    const contents: HandMade['content'][] = [
      { ref: 8, values: [1] },
      { ref: 1, length: 1 },
    ]
    for (const content of contents)
      expect(judgeUpdate(update({ parent: 'meta', content }), doc)).toStrictEqual(malformed)
  })

  test('what has no length, and clocks that nobody ever reaches', () => {
    const doc = twoTexts()
    const [word] = idsOf(doc, isWord)
    const gone = (length: number) => update({ origin: word, content: { ref: 1, length } })
    expect(judgeUpdate(gone(1), doc)).toStrictEqual(inOrder)
    expect(judgeUpdate(gone(0), doc)).toStrictEqual(malformed)
    expect(judgeUpdate(update({ clock: 2 ** 41, origin: word, content: text }), doc)).toStrictEqual(malformed)
  })

  test('one client twice in an update: Yjs would take the last part alone', () => {
    const doc = twoTexts()
    const [origin] = idsOf(doc, isWord)
    const [one, two] = [0, 4].map((clock) => update({ clock, origin, content: text }).slice(1, -1))
    expect(judgeUpdate(new Uint8Array([1, ...(one ?? []), 0]), doc)).toStrictEqual(inOrder)
    expect(judgeUpdate(new Uint8Array([2, ...(one ?? []), ...(two ?? []), 0]), doc)).toStrictEqual(malformed)
  })

  test.each<[string, (doc: Y.Doc, word: Y.XmlText, paragraph: Y.XmlElement) => void]>([
    ['a mark whose name is far too long', (_doc, word) => word.format(0, 1, { ['k'.repeat(201)]: true })],
    ['a mark that is nested deeply', (_doc, word) => word.format(0, 1, { bold: JSON.parse(nested(20)) as object })],
    ['a node whose name is far too long', (_doc, _word, node) => node.insert(0, [new Y.XmlElement('n'.repeat(201))])],
    ['a node called __proto__', (_doc, _word, node) => node.insert(0, [new Y.XmlElement('__proto__')])],
    ['an attribute called constructor', (_doc, _word, node) => node.setAttribute('constructor', '1')],
    ['a big integer', (doc) => (doc.getMap('elements').get('a') as Y.Map<unknown>).set('fill', 12n)],
    ['a kind that is no word', (doc) => (doc.getMap('elements').get('a') as Y.Map<unknown>).set('kind', 7)],
    [
      'an object that brings a prototype',
      (doc) => (doc.getMap('elements').get('a') as Y.Map<unknown>).set('fill', JSON.parse('{"__proto__":{"a":1}}')),
    ],
    ['four hundred lists in each other', (_doc, _word, node) => nest(node, 401)],
  ])('%s', (_what, write) => {
    const doc = twoTexts()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const fragment = (other.getMap('elements').get('a') as Y.Map<unknown>).get('text') as Y.XmlFragment
    const paragraph = fragment.get(0) as Y.XmlElement
    write(other, paragraph.get(0) as Y.XmlText, paragraph)
    expect(judgeUpdate(Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), doc)).toStrictEqual(malformed)
  })
})

describe('the gate lets in', () => {
  test('lists in lists, as many as there may be', () => {
    const doc = twoTexts()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const fragment = (other.getMap('elements').get('a') as Y.Map<unknown>).get('text') as Y.XmlFragment
    nest(fragment.get(0) as Y.XmlElement, 300)
    expect(judgeUpdate(Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), doc)).toStrictEqual(inOrder)
  })

  test('once more what stands there already, were it of a kind that nobody knows', () => {
    const doc = twoTexts()
    ;(doc.getMap('elements').get('a') as Y.Map<unknown>).set('kind', 'hologram')
    const again = Y.encodeStateAsUpdate(doc)
    expect(judgeUpdate(again)).toStrictEqual({ ok: false, code: 'unknown_kind' })
    expect(judgeUpdate(again, doc)).toStrictEqual(inOrder)
  })
})

const nested = (depth: number): string => (depth === 0 ? '1' : `[${nested(depth - 1)}]`)

function nest(node: Y.XmlElement, depth: number): void {
  let inner = node
  for (let count = 0; count < depth; count++) {
    const next = new Y.XmlElement('bulletList')
    inner.insert(0, [next])
    inner = next
  }
}
