import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { contentSchema, elementSchema, isKnownKind, limits } from '@anawim/lesson'
import {
  addElements,
  addPage,
  arrangeElements,
  createDocState,
  deleteElements,
  duplicateElements,
  duplicatePage,
  migrateDoc,
  moveElements,
  movePage,
  readContent,
  readElement,
  readElements,
  readPages,
  readText,
  SCHEMA_VERSION,
  schemaVersionOf,
  textFragment,
  updateElements,
  updatePage,
} from '@anawim/lesson/doc'
import { lesson, shape, textBox } from './people.ts'
import { chanceOf, type Chance } from './random.ts'

function opened(...lines: string[]): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, createDocState(lesson(...lines)))
  return doc
}

const fieldsOf = (doc: Y.Doc, root: 'pages' | 'elements', id: string) => doc.getMap(root).get(id) as Y.Map<unknown>

/** Everything that somebody could have written where something else belongs. */
const oddValues: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -1e300,
  () => -0,
  () => [12n],
  () => '',
  () => '\u0000\ud800',
  () => 'x'.repeat(100_000),
  () => true,
  () => [],
  () => [1, 2],
  () => [Number.NaN, 'x', -5, null, {}],
  () => [1e12, -1e12, -1, 1e12, -3605],
  () => [{ constructor: 1, toString: null }],
  () => ({ nested: [12n, { constructor: [] }] }),
  () => new Uint8Array([1, 2, 3]),
  () => new Y.Map(),
  () => new Y.Array(),
  () => new Y.XmlText('x'),
  () => new Y.XmlFragment(),
  () => new Y.XmlElement('paragraph'),
  () => '__proto__',
  () => 'shape',
  () => 'text',
  () => 'image',
  () => 'drawing',
  () => 'video',
  () => 'audio',
  () => 'line',
  () => ({ elementId: 'a', x: 0.5, y: 1 }),
  () => 'AAg',
  () => 'p1',
  () => 'zzzzz!',
]
const keys = [
  'kind',
  'pageId',
  'index',
  'geometry',
  'locked',
  'hidden',
  'name',
  'deleted',
  'text',
  'fontSize',
  'color',
  'align',
]
  .concat([
    'shape',
    'fill',
    'stroke',
    'strokeWidth',
    'opacity',
    'mediaId',
    'src',
    'alt',
    'width',
    'height',
    'background',
    'brush',
    'points',
    'pressures',
    'start',
    'end',
    'from',
    'bend',
    'sides',
    'gradient',
    'shadow',
    'dash',
    'title',
    'duration',
    'poster',
  ])
  .concat(['__proto__', 'constructor'])

function scribble(doc: Y.Doc, chance: Chance): void {
  const root = doc.getMap<unknown>(chance.next() < 0.3 ? 'pages' : 'elements')
  const id = chance.pick([...root.keys(), 'odd id!', '__proto__', 'constructor']) ?? ''
  if (chance.next() < 0.1 || !root.has(id)) root.set(id, chance.next() < 0.5 ? new Y.Map() : chance.pick(oddValues)?.())
  const fields = root.get(id)
  if (fields instanceof Y.Map) fields.set(chance.pick(keys) ?? '', chance.pick(oddValues)?.())
}

describe('a document in which anybody wrote anything', () => {
  test.each(Array.from({ length: 100 }, (_, seed) => [seed]))(
    'is read, and worked on, without a throw (seed %i)',
    (seed) => {
      const chance = chanceOf(seed)
      const doc = opened('p1: a b c', 'p2: d')
      addElements(doc, 'p2', [textBox('t', 'x')])
      for (let step = 0; step < 30; step++) {
        scribble(doc, chance)
        const content = readContent(doc)
        const text = JSON.stringify(content)
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        expect(JSON.parse(text)).toStrictEqual(content)
        expect(content.pages.length).toBeGreaterThan(0)
        // Pages are always valid; so is every element of a known kind, but for one that has lost its file's address.
        contentSchema.parse({ ...content, pages: content.pages.map((page) => ({ ...page, elements: [] })) })
        for (const element of content.pages.flatMap((page) => page.elements)) {
          if (!isKnownKind(element.kind)) continue
          const repaired = 'src' in element && element.src === '' ? { ...element, src: '/media/x' } : element
          expect(elementSchema.parse(repaired)).toStrictEqual(repaired)
        }
      }
      const [page] = readPages(doc)
      const pageId = page?.id ?? ''
      const ids = readElements(doc, pageId).map(({ id }) => id)
      addPage(doc)
      movePage(doc, pageId, null)
      addElements(doc, pageId, [shape('new')])
      duplicateElements(doc, ids, { x: 1, y: 1 })
      duplicatePage(doc, pageId)
      arrangeElements(doc, ids.slice(0, 1), 'front')
      arrangeElements(doc, ids.slice(0, 1), 'backward')
      moveElements(
        doc,
        ids.map((id) => ({ id, box: { x: 1, y: 1, width: 1, height: 1, rotation: 1 } })),
      )
      updateElements(doc, ids, { name: 'n' })
      deleteElements(doc, ids)
      expect(readContent(doc).pages.length).toBeGreaterThan(1)
    },
  )

  test('gives defaults for what is odd, and clamps what is out of bounds', () => {
    const doc = opened('p1: a')
    const fields = fieldsOf(doc, 'elements', 'a')
    fields.set('geometry', [1e12, -1e12, -1, 1e12, -3605])
    fields.set('fill', 'javascript:alert(1)')
    fields.set('opacity', 7)
    fields.set('strokeWidth', 3)
    expect(readElement(doc, 'a')?.element).toStrictEqual({
      id: 'a',
      kind: 'shape',
      x: limits.coordinate,
      y: -limits.coordinate,
      width: 0,
      height: limits.size,
      rotation: 359.5,
      shape: 'rectangle',
      fill: '#ffd43b',
      stroke: '#000000',
      strokeWidth: 3,
    })
    fieldsOf(doc, 'pages', 'p1').set('width', -5)
    expect(readPages(doc)[0]).toMatchObject({ width: 1280, height: 720 })
  })

  test('skips elements whose page nobody knows, and entries that are none', () => {
    const doc = opened('p1: a b')
    fieldsOf(doc, 'elements', 'a').set('pageId', 'nowhere')
    doc.getMap('elements').set('not an id', new Y.Map())
    doc.getMap('elements').set('c', 'a string')
    expect(readContent(doc).pages[0]?.elements.map(({ id }) => id)).toStrictEqual(['b'])
    expect(readElement(doc, 'c')).toBeNull()
  })

  test('keeps an element of an unknown kind as it stands, and moves and copies it', () => {
    const doc = opened('p1: a')
    const quiz = new Y.Map<unknown>()
    for (const [key, value] of Object.entries({
      kind: 'quiz',
      pageId: 'p1',
      index: 'a5',
      geometry: [10, 20, 30, 40, 0],
    }))
      quiz.set(key, value)
    quiz.set('answers', [{ text: 'yes', right: true, nothing: null }])
    quiz.set('big', [5n, { constructor: 1 }])
    quiz.set('inner', new Y.Map())
    doc.getMap('elements').set('q', quiz)
    const seen = { id: 'q', kind: 'quiz', x: 1, y: 2, width: 3, height: 4, rotation: 0 }
    const answers = [{ text: 'yes', right: true, nothing: null }]
    expect(readElements(doc, 'p1')[1]).toStrictEqual({ ...seen, answers, big: [null, {}] })
    moveElements(doc, [{ id: 'q', box: { ...seen, x: 5 } }])
    const [copy = ''] = duplicateElements(doc, ['q'], { x: 1, y: 0 })
    expect(readElement(doc, copy)?.element).toStrictEqual({ ...seen, answers, big: [null, {}], id: copy, x: 6 })
  })

  test('keeps ids apart that JavaScript means something by', () => {
    const content = lesson('__proto__: constructor toString', 'hasOwnProperty: valueOf')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, createDocState(content))
    expect(readContent(doc)).toStrictEqual(content)
    deleteElements(doc, ['constructor'])
    expect(readElements(doc, '__proto__').map(({ id }) => id)).toStrictEqual(['toString'])
    updatePage(doc, '__proto__', { name: 'x' })
    expect(({} as { name?: string }).name).toBeUndefined()
  })

  test('reads texts nested without end, and leaves their depth out', () => {
    const doc = opened('p1:')
    addElements(doc, 'p1', [textBox('t', 'top')])
    const fragment = textFragment(doc, 't')
    let inner: Y.XmlFragment | null = fragment
    doc.transact(() => {
      for (let depth = 0; depth < 5_000; depth++) {
        const list = new Y.XmlElement('bulletList')
        const item = new Y.XmlElement('listItem')
        inner?.insert(inner.length, [list])
        list.insert(0, [item])
        inner = item
      }
    })
    const text = readText(fragment)
    expect(text.content).toHaveLength(2)
    expect(() => contentSchema.parse(readContent(doc))).not.toThrow()
  })

  test('says which schema it has, and is brought up to this one once', () => {
    expect(schemaVersionOf(opened('p1:'))).toBe(SCHEMA_VERSION)
    const doc = new Y.Doc()
    for (const odd of [undefined, 'x', Number.NaN, -1, 0.5]) {
      doc.getMap('meta').set('schemaVersion', odd)
      expect(schemaVersionOf(doc)).toBe(0)
    }
    expect(migrateDoc(doc)).toBe(true)
    expect(schemaVersionOf(doc)).toBe(SCHEMA_VERSION)
    expect(migrateDoc(doc)).toBe(false)
    doc.getMap('meta').set('schemaVersion', SCHEMA_VERSION + 1)
    expect(migrateDoc(doc)).toBe(false)
  })
})
