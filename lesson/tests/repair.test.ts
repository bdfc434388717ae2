import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { limits } from '@anawim/lesson'
import {
  addElements,
  addPage,
  createDocState,
  openRoots,
  readContent,
  repairLesson,
  schemaVersionOf,
} from '@anawim/lesson/doc'
import { lesson, peers, shape, textBox } from './people.ts'
import { operations } from './random-operation.ts'
import { chanceOf } from './random.ts'

/** A server's document of one rectangle and one text, which repairs whatever is written into it; and how much it repaired. */
function served(content = withText()) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, createDocState(content))
  openRoots(doc)
  return {
    doc,
    element: (id: string) => doc.getMap('elements').get(id) as Y.Map<unknown>,
    page: (id: string) => doc.getMap('pages').get(id) as Y.Map<unknown>,
    /** What somebody else wrote, as one update. */
    write(work: (doc: Y.Doc) => void): number {
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      const before = Y.encodeStateVector(other)
      other.transact(() => work(other))
      const schemaVersion = schemaVersionOf(doc)
      const transactions: Y.Transaction[] = []
      const collect = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
        transactions.push(transaction)
      }
      doc.on('update', collect)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, before))
      doc.off('update', collect)
      return transactions.reduce((sum, transaction) => sum + repairLesson(doc, transaction, schemaVersion), 0)
    },
  }
}

function withText() {
  const content = lesson('p1: a')
  content.pages[0]?.elements.push(textBox('t', 'Xin chào'))
  return content
}

const fieldsIn = (doc: Y.Doc, id: string) => doc.getMap('elements').get(id) as Y.Map<unknown>

describe('the server sets right', () => {
  test.each<[string, unknown, unknown]>([
    ['geometry', 'wide', [0, 0, 1000, 1000, 0]],
    ['geometry', [1e12, 0, 10, 10, 0], [1_000_000, 0, 10, 10, 0]],
    ['geometry', [0.5, 0, 10, 10, 0], [1, 0, 10, 10, 0]],
    ['fill', 'javascript:alert(1)', '#ffd43b'],
    ['strokeWidth', 1e9, 2],
    ['opacity', 'none', undefined],
    ['pageId', 7, 'p1'],
    ['pageId', 'no page at all', 'p1'],
    ['index', null, 'a0'],
    ['index', 'a'.repeat(2_000), 'a0'],
    ['deleted', 'yes', undefined],
    ['name', 'n'.repeat(500), undefined],
  ])('an element’s %s that is %o', (key, odd, wanted) => {
    const { write, element } = served()
    expect(write((doc) => fieldsIn(doc, 'a').set(key, odd))).toBe(1)
    expect(element('a').get(key)).toStrictEqual(wanted)
  })

  test('a page that is larger than pages are', () => {
    const { write, page } = served()
    const pageIn = (doc: Y.Doc) => doc.getMap('pages').get('p1') as Y.Map<unknown>
    expect(write((doc) => pageIn(doc).set('width', 10 ** 9))).toBe(1)
    expect(write((doc) => pageIn(doc).set('background', {}))).toBe(1)
    expect([page('p1').get('width'), page('p1').get('background')]).toStrictEqual([1280, '#ffffff'])
  })

  test('an element that comes without what it must have', () => {
    const { write, element, doc } = served()
    const repaired = write((other) => other.getMap('elements').set('new', new Y.Map([['kind', 'text']])))
    expect(repaired).toBe(4)
    expect(element('new').get('text')).toBeInstanceOf(Y.XmlFragment)
    expect(readContent(doc).pages[0]?.elements.map(({ id }) => id)).toContain('new')
  })

  test('a schema that somebody says is another', () => {
    const { write, doc } = served()
    const version = schemaVersionOf(doc)
    expect(write((other) => other.getMap('meta').set('schemaVersion', 999))).toBe(1)
    expect(write((other) => other.getMap('meta').delete('schemaVersion'))).toBe(1)
    expect(schemaVersionOf(doc)).toBe(version)
  })

  test('more pages than there may be', () => {
    const { write, doc } = served()
    for (let count = 1; count < limits.pages; count++) addPage(doc)
    const surplus = (other: Y.Doc) => {
      for (let count = 0; count < 3; count++) {
        other.getMap('pages').set(`s${count}`, new Y.Map<unknown>([['index', `z${count}`]]))
      }
    }
    expect(write(surplus)).toBe(3)
    expect(readContent(doc).pages).toHaveLength(limits.pages)
  })
})

describe('of a lesson that is full, the server takes back', () => {
  /** As much on p1 as there may be, and something on another page that was there before most of it. */
  function full() {
    const { write, doc } = served()
    const second = addPage(doc)
    const many = Array.from({ length: limits.elementsPerPage - 2 }, (_, place) => shape(`m${place}`))
    addElements(doc, second, [shape('elsewhere')])
    addElements(doc, 'p1', many)
    return { write, doc, count: () => readContent(doc).pages[0]?.elements.length }
  }

  test('what somebody moves to it, brings back or makes; not what stood there', () => {
    const { write, doc, count } = full()
    expect(count()).toBe(limits.elementsPerPage)
    expect(write((other) => fieldsIn(other, 'elsewhere').set('pageId', 'p1'))).toBe(1)
    expect(fieldsIn(doc, 'elsewhere').get('deleted')).toBe(true)
    expect(write((other) => fieldsIn(other, 'elsewhere').set('deleted', false))).toBe(1)
    expect([count(), fieldsIn(doc, 'elsewhere').get('deleted')]).toStrictEqual([limits.elementsPerPage, true])
    expect(write((other) => other.getMap('elements').set('one', fieldsIn(other, 'a').clone()))).toBe(1)
    expect([count(), fieldsIn(doc, 'one').get('deleted')]).toStrictEqual([limits.elementsPerPage, true])
  })

  test('pages that somebody puts before the others: those stay', () => {
    const { write, doc } = served()
    for (let count = 1; count < limits.pages; count++) addPage(doc)
    const before = readContent(doc).pages.map(({ id }) => id)
    expect(write((other) => other.getMap('pages').set('first', new Y.Map<unknown>([['index', 'Zz']])))).toBe(1)
    expect(readContent(doc).pages.map(({ id }) => id)).toStrictEqual(before)
  })
})

describe('the server leaves alone', () => {
  test('a document that names no schema', () => {
    const { write, doc } = served()
    doc.getMap('meta').delete('schemaVersion')
    expect(write((other) => fieldsIn(other, 'a').set('fill', '#000000'))).toBe(0)
  })

  test('what it does not know: other kinds, other properties', () => {
    const { write } = served()
    expect(write((doc) => doc.getMap('elements').set('x', new Y.Map([['kind', 'hologram']])))).toBe(0)
    expect(write((doc) => fieldsIn(doc, 'a').set('glow', 7))).toBe(0)
  })

  test('everything that people do, whatever it is', () => {
    for (let seed = 0; seed < 60; seed++) {
      const chance = chanceOf(seed)
      const state = createDocState(withText())
      const [alice] = peers(1, state).all
      if (!alice) throw new Error('nobody')
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      openRoots(doc)
      const names = Object.keys(operations)
      const repaired: string[] = []
      let name = ''
      doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
        if (repairLesson(doc, transaction, schemaVersionOf(doc)) > 0) repaired.push(name)
      })
      alice.doc.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update))
      for (let count = 0; count < 30; count++) {
        name = chance.pick(names) ?? ''
        operations[name]?.(alice, chance)
      }
      expect(repaired, `seed ${seed}`).toStrictEqual([])
      expect(readContent(doc)).toStrictEqual(readContent(alice.doc))
    }
  })

  test('what it has set right', () => {
    const { write, doc } = served()
    const repairedAgain: number[] = []
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) repairedAgain.push(repairLesson(doc, transaction, schemaVersionOf(doc)))
    })
    write((other) => {
      const fields = fieldsIn(other, 'a')
      for (const key of ['geometry', 'fill', 'index', 'pageId', 'shape', 'stroke', 'opacity']) fields.set(key, [null])
    })
    expect(repairedAgain.length).toBeGreaterThan(0)
    expect(new Set(repairedAgain)).toStrictEqual(new Set([0]))
  })
})
