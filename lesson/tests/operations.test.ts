import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { limits, type LessonElement } from '@anawim/lesson'
import {
  addElements,
  addPage,
  arrangeElements,
  createUndo,
  deleteElements,
  deletePage,
  duplicateElements,
  copyPageInto,
  duplicatePage,
  LessonLimitError,
  moveElements,
  moveElementsToPage,
  movePage,
  observeLesson,
  readContent,
  readElement,
  readElementIds,
  readElements,
  readPage,
  readPages,
  readText,
  restoreElements,
  restorePage,
  textFragment,
  updateElements,
  updatePage,
  type Arrangement,
} from '@anawim/lesson/doc'
import { lesson, pair, richText, shape, textBox } from './people.ts'

const docOf = (...lines: string[]) => pair(lesson(...lines)).alice.doc
const order = (doc: Y.Doc, pageId = 'p1') => readElementIds(doc, pageId).join(' ')
const pages = (doc: Y.Doc) => readPages(doc).map(({ id }) => id)

/** How many updates an edit sends, and how many bytes. */
function sent(doc: Y.Doc, edit: () => void) {
  const sizes: number[] = []
  const listen = (update: Uint8Array) => sizes.push(update.byteLength)
  doc.on('update', listen)
  edit()
  doc.off('update', listen)
  return sizes
}

describe('pages', () => {
  test('are added at the end, at the front, or behind another', () => {
    const doc = docOf('p1:', 'p2:')
    const last = addPage(doc)
    const first = addPage(doc, { after: null, name: 'First', width: 800, height: 600, background: '#FFF' })
    const second = addPage(doc, { after: 'p1' })
    expect(pages(doc)).toStrictEqual([first, 'p1', second, 'p2', last])
    expect(readPages(doc)[0]).toStrictEqual({
      id: first,
      index: 0,
      name: 'First',
      width: 800,
      height: 600,
      background: '#ffffff',
    })
    expect(readPage(doc, last)).toMatchObject({ index: 4, name: '', width: 1280, height: 720 })
  })

  test('stand on a gradient or a picture, copies on the same, until they do not', () => {
    const doc = docOf('p1:')
    const undo = createUndo(doc)
    const paper = {
      backgroundGradient: { to: '#a5d8ff', angle: 90 },
      backgroundImage: { mediaId: 7, src: '/media/0123456789abcdefghijkl/full.webp' },
    }
    updatePage(doc, 'p1', paper)
    expect(readPage(doc, duplicatePage(doc, 'p1'))).toMatchObject(paper)
    undo.stopCapturing()
    updatePage(doc, 'p1', { backgroundGradient: null, backgroundImage: null })
    expect(readPage(doc, 'p1')).not.toHaveProperty('backgroundImage')
    undo.undo()
    expect(readPage(doc, 'p1')).toMatchObject(paper)
    expect(() => updatePage(doc, 'p1', { backgroundImage: { mediaId: 1, src: 'https://x.test/a.png' } })).toThrow()
  })

  test('are moved', () => {
    const doc = docOf('p1:', 'p2:', 'p3:')
    movePage(doc, 'p3', null)
    expect(pages(doc)).toStrictEqual(['p3', 'p1', 'p2'])
    movePage(doc, 'p3', 'p1')
    expect(pages(doc)).toStrictEqual(['p1', 'p3', 'p2'])
    expect(sent(doc, () => movePage(doc, 'p3', 'p1'))).toStrictEqual([])
    expect(sent(doc, () => movePage(doc, 'p3', 'nowhere'))).toStrictEqual([])
  })

  test('are changed, and only by values that a page can have', () => {
    const doc = docOf('p1:')
    updatePage(doc, 'p1', { name: 'Bài 1', hidden: true })
    expect(readPage(doc, 'p1')).toMatchObject({ name: 'Bài 1', hidden: true })
    expect(() => updatePage(doc, 'p1', { width: -1, name: 'x' })).toThrow('>=50')
    expect(readPage(doc, 'p1')).toMatchObject({ name: 'Bài 1' })
    updatePage(doc, 'p1', { hidden: false })
    expect(readPage(doc, 'p1')).not.toHaveProperty('hidden')
    expect(sent(doc, () => updatePage(doc, 'p1', { name: 'Bài 1' }))).toStrictEqual([])
  })

  test('are copied with what stands on them, under new ids', () => {
    const doc = docOf('p1: a b', 'p2:')
    addElements(doc, 'p1', [textBox('t', 'Xin chào')])
    deleteElements(doc, ['a'])
    const copy = duplicatePage(doc, 'p1')
    expect(pages(doc)).toStrictEqual(['p1', copy, 'p2'])
    const plain = (elements: LessonElement[]) => elements.map((element) => ({ ...element, id: '' }))
    expect(plain(readElements(doc, copy))).toStrictEqual(plain(readElements(doc, 'p1')))
    expect(new Set([...readElementIds(doc, copy), ...readElementIds(doc, 'p1')]).size).toBe(4)
  })

  test('are copied into another lesson, with lines that hang on the copies and groups of their own', () => {
    const from = docOf('p1:')
    addElements(from, 'p1', [
      { ...textBox('t', 'Xin chào'), groupId: 'g' },
      { ...textBox('u', 'Tạm biệt'), groupId: 'g' },
    ])
    const page = readContent(from).pages[0]
    if (!page) throw new Error('there is no page')
    const doc = docOf('p1: a', 'p2:')
    const copy = copyPageInto(doc, page, 'p1')
    const other = copyPageInto(doc, page, 'nowhere')
    expect(pages(doc)).toStrictEqual(['p1', copy, 'p2', other])
    const [groups, others] = [copy, other].map((id) => new Set(readElements(doc, id).map(({ groupId }) => groupId)))
    expect([groups?.size, others?.size]).toStrictEqual([1, 1])
    expect(groups).not.toStrictEqual(others)
    expect(new Set([...readElementIds(doc, copy), ...readElementIds(doc, other)]).size).toBe(4)
  })

  test('are deleted, but for the last', () => {
    const doc = docOf('p1: a', 'p2: b')
    expect(deletePage(doc, 'nowhere')).toBe(false)
    expect(deletePage(doc, 'p1')).toBe(true)
    expect(deletePage(doc, 'p2')).toBe(false)
    expect(readPage(doc, 'p1')).toBeNull()
  })

  test('are at most as many as a lesson may have', () => {
    const doc = docOf('p1:')
    for (let count = 1; count < limits.pages; count++) addPage(doc)
    expect(() => addPage(doc)).toThrow(LessonLimitError)
    expect(readPages(doc)).toHaveLength(limits.pages)
  })
})

describe('elements', () => {
  test('are put on top, and keep their ids where those are free', () => {
    const doc = docOf('p1: a', 'p2:')
    const [kept, second, third] = addElements(doc, 'p1', [shape('x'), shape('x'), shape('p2')])
    expect(kept).toBe('x')
    expect(order(doc)).toBe(`a x ${second} ${third}`)
    expect(new Set(['a', 'p2', kept, second, third]).size).toBe(5)
    expect(addElements(doc, 'p1', [{ ...shape(''), id: 'not an id' }])[0]).toMatch(/^[\w-]{10}$/)
  })

  test('are refused when they are not valid, or too many', () => {
    const doc = docOf('p1:')
    expect(() => addElements(doc, 'p1', [{ ...shape('x'), fill: 'red' } as LessonElement])).toThrow('expected a colour')
    const many = Array.from({ length: limits.elementsPerPage }, (_, place) => shape(`e${place}`))
    addElements(doc, 'p1', many)
    expect(() => addElements(doc, 'p1', [shape('one')])).toThrow(LessonLimitError)
    expect(readElementIds(doc, 'p1')).toStrictEqual(many.map(({ id }) => id))
  })

  test('are moved by one write, and not written when they did not move', () => {
    const doc = docOf('p1: a b')
    const box = { x: 1.23, y: -0.04, width: 30, height: 40, rotation: 365 }
    const sizes = sent(doc, () =>
      moveElements(doc, [
        { id: 'a', box },
        { id: 'b', box: { ...box, x: Number.NaN } },
      ]),
    )
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(60)
    expect(readElement(doc, 'a')?.element).toMatchObject({ x: 1.2, y: 0, width: 30, height: 40, rotation: 5 })
    expect(readElement(doc, 'b')?.element).toMatchObject({ x: 0, width: 10 })
    expect(sent(doc, () => moveElements(doc, [{ id: 'a', box }]))).toStrictEqual([])
  })

  test('of several kinds are changed by one patch, each by what it has', () => {
    const doc = docOf('p1: a')
    addElements(doc, 'p1', [textBox('t', 'old')])
    updateElements(doc, ['a', 't', 'nowhere'], {
      fill: '#F00',
      fontSize: 30,
      locked: true,
      kind: 'image',
      x: 99,
      id: 'z',
      pageId: 'q',
    })
    expect(readElement(doc, 'a')?.element).toMatchObject({ kind: 'shape', x: 0, fill: '#ff0000', locked: true })
    expect(readElement(doc, 't')?.element).toMatchObject({ kind: 'text', fontSize: 30, locked: true })
    expect(() => updateElements(doc, ['t', 'a'], { name: 'n', fill: 'url(x)' })).toThrow('expected a colour')
    expect(readElement(doc, 't')?.element).not.toHaveProperty('name')
    updateElements(doc, ['t'], { text: richText('new') })
    expect(readText(textFragment(doc, 't'))).toStrictEqual(richText('new'))
    expect(textFragment(doc, 'a')).toBeNull()
  })

  test('that say a default, say it no more in the JSON', () => {
    const doc = docOf('p1: a')
    updateElements(doc, ['a'], { opacity: 0.5, hidden: true })
    updateElements(doc, ['a'], { opacity: 1, hidden: false })
    expect(readElement(doc, 'a')?.element).toStrictEqual(shape('a'))
  })

  test('are copied on top, moved a little', () => {
    const doc = docOf('p1: a b c')
    const [copyOfB, copyOfA] = duplicateElements(doc, ['b', 'a'], { x: 10, y: 20 })
    expect(order(doc)).toBe(`a b c ${copyOfA} ${copyOfB}`)
    expect(readElement(doc, copyOfA ?? '')?.element).toStrictEqual({ ...shape(copyOfA ?? ''), x: 10, y: 20 })
  })

  test('go to another page, on top, in their order', () => {
    const doc = docOf('p1: a b c', 'p2: d')
    moveElementsToPage(doc, ['c', 'a'], 'p2')
    expect([order(doc), order(doc, 'p2')]).toStrictEqual(['b', 'd a c'])
    moveElementsToPage(doc, ['b'], 'nowhere')
    expect(order(doc)).toBe('b')
  })

  test.each<[string, Arrangement, string]>([
    ['a c', 'front', 'b d e a c'],
    ['d b', 'back', 'b d a c e'],
    ['a', 'forward', 'b a c d e'],
    ['a b', 'forward', 'c a b d e'],
    ['a c', 'forward', 'b a d c e'],
    ['d e', 'forward', 'a b c d e'],
    ['c e', 'forward', 'a b d c e'],
    ['e', 'backward', 'a b c e d'],
    ['d e', 'backward', 'a b d e c'],
    ['a b d', 'backward', 'a b d c e'],
    ['a', 'backward', 'a b c d e'],
  ])('%s to the %s: %s', (ids, to, expected) => {
    const doc = docOf('p1: a b c d e')
    arrangeElements(doc, ids.split(' '), to)
    expect(order(doc)).toBe(expected)
  })

  test('pass deleted ones when they are arranged, which come back where they were', () => {
    const doc = docOf('p1: a b c d')
    deleteElements(doc, ['b'])
    arrangeElements(doc, ['c'], 'backward')
    expect(order(doc)).toBe('c a d')
    restoreElements(doc, ['b'])
    expect(order(doc)).toBe('c a b d')
  })

  test('that got the same place at the same time can be told apart, and put between', () => {
    const { alice, bob, settle } = pair(lesson('p1: a z'))
    arrangeElements(alice.doc, ['a'], 'front')
    addElements(bob.doc, 'p1', [shape('m')])
    settle()
    const doc = alice.doc
    expect(order(bob.doc)).toBe(order(doc))
    for (const id of ['a', 'm', 'z', 'm']) {
      arrangeElements(doc, [id], 'back')
      expect(order(doc).startsWith(id)).toBe(true)
      arrangeElements(doc, [id], 'forward')
      expect(readElementIds(doc, 'p1')[1]).toBe(id)
    }
  })
})

describe('reading all of it again', () => {
  test('reads again only what changed, and never what was, whoever asks and when', () => {
    const doc = docOf('p1: a b', 'p2: c')
    addElements(doc, 'p1', [textBox('t', 'old')])
    const fresh = () => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      return readContent(copy)
    }
    const before = readContent(doc)
    const heard: boolean[] = []
    const compare = () => heard.push(isDeepStrictEqual(readContent(doc), fresh()))
    doc.getMap('elements').observeDeep(compare)
    doc.on('afterTransaction', compare)
    doc.on('update', compare)
    doc.transact(() => {
      moveElements(doc, [{ id: 'a', box: { x: 7, y: 0, width: 1, height: 1, rotation: 0 } }])
      compare()
    })
    updateElements(doc, ['t'], { text: richText('new') })
    deleteElements(doc, ['b'])
    moveElementsToPage(doc, ['c'], 'p1')
    compare()
    expect(heard).not.toContain(false)
    expect(heard.length).toBeGreaterThan(12)
    const after = readContent(doc)
    expect(after.pages[0]?.elements.map(({ id }) => id)).toStrictEqual(['a', 't', 'c'])
    expect(before.pages[0]?.elements.map(({ id }) => id)).toStrictEqual(['a', 'b', 't'])
    const again = readContent(doc)
    again.pages[0]?.elements.forEach((element, place) => expect(element).toBe(after.pages[0]?.elements[place]))
  })
})

describe('watching', () => {
  test('tells which elements changed, text included, and whether pages did', () => {
    const { alice, bob, settle } = pair(lesson('p1: a b', 'p2:'))
    addElements(alice.doc, 'p1', [textBox('t', 'x')])
    settle()
    const seen: string[] = []
    const stop = observeLesson(bob.doc, ({ pages: ofPages, elements, local }) => {
      seen.push(`${ofPages ? 'pages ' : ''}${[...elements].join(' ')}${local ? ' local' : ''}`)
    })
    moveElements(alice.doc, [
      { id: 'a', box: { x: 1, y: 1, width: 1, height: 1, rotation: 0 } },
      { id: 'b', box: { x: 1, y: 1, width: 1, height: 1, rotation: 0 } },
    ])
    settle()
    const paragraph = textFragment(alice.doc, 't')?.get(0)
    if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('typed')])
    settle()
    updatePage(alice.doc, 'p2', { name: 'new' })
    settle()
    deleteElements(bob.doc, ['a'])
    bob.doc.getMap('meta').set('x', 1)
    expect(seen).toStrictEqual(['a b', 't', 'pages ', 'a local'])
    stop()
    deleteElements(bob.doc, ['b'])
    expect(seen).toHaveLength(4)
  })
})

/** Who goes by the state vector of `saved` must not take an element for durable of which only the hidden beginning is. */
describe('what brings something to sight moves the clock with its last update', () => {
  test.each<[string, (doc: Y.Doc) => unknown]>([
    ['a new element', (doc) => addElements(doc, 'p1', [shape('new')])],
    ['a new page', (doc) => addPage(doc)],
    ['a copied element', (doc) => duplicateElements(doc, ['a'], { x: 10, y: 10 })],
    ['a copied page', (doc) => duplicatePage(doc, 'p1')],
    ['an element that is restored', (doc) => restoreElements(doc, ['gone'])],
    ['a page that is restored', (doc) => restorePage(doc, 'p2')],
  ])('%s', (_name, edit) => {
    const doc = docOf('p1: a gone', 'p2: b')
    deleteElements(doc, ['gone'])
    deletePage(doc, 'p2')
    const follower = new Y.Doc()
    Y.applyUpdate(follower, Y.encodeStateAsUpdate(doc))
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    edit(doc)
    expect(readContent(follower)).not.toStrictEqual(readContent(doc))
    for (const update of updates) {
      const before = Y.getState(follower.store, doc.clientID)
      Y.applyUpdate(follower, update)
      expect(Y.getState(follower.store, doc.clientID)).toBeGreaterThan(before)
    }
    expect(readContent(follower)).toStrictEqual(readContent(doc))
  })
})
