import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import {
  addElements,
  addPage,
  createUndo,
  deleteElements,
  deletePage,
  duplicatePage,
  isLeftToOthers,
  LOCAL,
  moveElements,
  readContent,
  readElement,
  readElementIds,
  readElements,
  readPages,
  readText,
  restoreElements,
  restorePage,
  textFragment,
  updateElements,
} from '@anawim/lesson/doc'
import { plainText } from '@anawim/lesson'
import { lesson, pair, shape, textBox, type Peer } from './people.ts'

const ids = ({ doc }: Peer, pageId = 'p1') => readElementIds(doc, pageId)
const boxAt = (x: number) => ({ x, y: 0, width: 10, height: 10, rotation: 0 })
const xOf = ({ doc }: Peer, id: string) => readElement(doc, id)?.element.x

function type({ doc }: Peer, elementId: string, words: string): void {
  const paragraph = textFragment(doc, elementId)?.get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('there is no paragraph')
  doc.transact(() => {
    const text = new Y.XmlText()
    paragraph.insert(paragraph.length, [text])
    text.insert(0, words)
  }, LOCAL)
}

const textOf = ({ doc }: Peer, elementId: string) => plainText(readText(textFragment(doc, elementId)))

describe('undo', () => {
  test('takes back what I did, and not what others did', () => {
    const { alice, bob, settle } = pair()
    moveElements(alice.doc, [{ id: 'a', box: boxAt(50) }])
    settle()
    moveElements(bob.doc, [{ id: 'b', box: boxAt(70) }])
    settle()
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) expect([xOf(peer, 'a'), xOf(peer, 'b')]).toStrictEqual([0, 70])
    alice.undo.undo()
    expect(xOf(alice, 'b')).toBe(70)
    alice.undo.redo()
    settle()
    expect(xOf(bob, 'a')).toBe(50)
  })

  test('does not move back what another has moved since', () => {
    const { alice, bob, settle } = pair()
    moveElements(alice.doc, [{ id: 'a', box: boxAt(50) }])
    settle()
    moveElements(bob.doc, [{ id: 'a', box: boxAt(70) }])
    settle()
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) expect(xOf(peer, 'a')).toBe(70)
  })

  test('of an insertion is passed over where another has changed it since, and the rest of the step is undone', () => {
    const { alice, bob, settle } = pair()
    updateElements(alice.doc, ['a'], { fill: '#ff0000' })
    alice.undo.stopCapturing()
    addElements(alice.doc, 'p1', [textBox('t', ''), shape('x'), shape('y')])
    settle()
    type(bob, 't', 'his words')
    moveElements(bob.doc, [{ id: 'x', box: boxAt(70) }])
    settle()
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) expect(ids(peer)).toStrictEqual(['a', 'b', 'c', 't', 'x'])
    alice.undo.redo()
    settle()
    updateElements(bob.doc, ['y'], { fill: '#ff0000' })
    settle()
    // Nothing of it is hers alone any more: the step before is undone, and that this one was not is noted.
    const step = alice.undo.undoStack.at(-1)
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) {
      expect(ids(peer)).toStrictEqual(['a', 'b', 'c', 't', 'x', 'y'])
      expect(readElement(peer.doc, 'a')?.element).toMatchObject({ fill: '#ffffff' })
    }
    expect(step && isLeftToOthers(alice.doc, step, false)).toBe(true)
  })

  test('of an insertion hides it, and keeps what others write inside at the same moment', () => {
    const { alice, bob, settle } = pair()
    addElements(alice.doc, 'p1', [textBox('t', '')])
    settle()
    type(bob, 't', 'offline work')
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) {
      expect(ids(peer)).not.toContain('t')
      expect(readElement(peer.doc, 't')).toMatchObject({ deleted: true, pageId: 'p1' })
    }
    alice.undo.redo()
    settle()
    for (const peer of [alice, bob]) expect(textOf(peer, 't')).toBe('offline work')
    expect(ids(bob)).toContain('t')
  })

  test('of an insertion can be taken back by others too', () => {
    const { alice, bob, settle } = pair()
    addElements(alice.doc, 'p1', [textBox('t', 'hers')])
    alice.undo.undo()
    settle()
    restoreElements(bob.doc, ['t'])
    settle()
    for (const peer of [alice, bob]) expect(ids(peer)).toContain('t')
  })

  test('of a new page is passed over where another has put something on it since', () => {
    const { alice, bob, settle } = pair()
    const page = addPage(alice.doc)
    settle()
    addElements(bob.doc, page, [shape('his')])
    settle()
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) expect(ids(peer, page)).toStrictEqual(['his'])
    for (const peer of [alice, bob]) expect(readPages(peer.doc)).toHaveLength(2)
  })

  test('of a new or copied page hides it with what stands on it', () => {
    const { alice, bob, settle } = pair()
    const copy = duplicatePage(alice.doc, 'p1')
    alice.undo.stopCapturing()
    const empty = addPage(alice.doc)
    settle()
    addElements(bob.doc, empty, [shape('his')])
    alice.undo.undo()
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) expect(readPages(peer.doc).map(({ id }) => id)).toStrictEqual(['p1'])
    alice.undo.redo()
    alice.undo.redo()
    settle()
    for (const peer of [alice, bob]) {
      expect(readPages(peer.doc).map(({ id }) => id)).toStrictEqual(['p1', copy, empty])
      expect(ids(peer, copy)).toHaveLength(3)
      expect(ids(peer, empty)).toStrictEqual(['his'])
    }
  })

  test('is one step for one operation, and shares steps only within half a second', () => {
    const { alice } = pair()
    addElements(alice.doc, 'p1', [shape('x'), shape('y'), textBox('t', 'z')])
    alice.undo.stopCapturing()
    updateElements(alice.doc, ['x', 'y'], { fill: '#ff0000' })
    expect(alice.undo.undoStack).toHaveLength(2)
    alice.undo.undo()
    expect(readElements(alice.doc, 'p1').at(-1)).toMatchObject({ id: 't' })
    alice.undo.undo()
    expect(ids(alice)).toStrictEqual(['a', 'b', 'c'])
    expect(alice.undo.undoStack).toHaveLength(0)
  })

  test('keeps a page or element in the document even when someone wrapped the operation in a transaction', () => {
    const { alice, bob, settle } = pair()
    alice.doc.transact(() => addElements(alice.doc, 'p1', [shape('w')]), LOCAL)
    settle()
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) expect(ids(peer)).not.toContain('w')
    alice.undo.redo()
    settle()
    for (const peer of [alice, bob]) expect(ids(peer)).toContain('w')
  })

  test('tracks the origins that it is given, and nothing that asks to be left out', () => {
    const { alice } = pair()
    const undo = createUndo(alice.doc, { extraOrigins: ['editor'] })
    alice.doc.transact((transaction) => {
      transaction.meta.set('addToHistory', false)
      alice.doc.getMap('pages').set('x', new Y.Map())
    }, 'editor')
    expect(undo.undoStack).toHaveLength(0)
    moveElements(alice.doc, [{ id: 'a', box: boxAt(1) }], 'editor')
    moveElements(alice.doc, [{ id: 'b', box: boxAt(1) }], 'somebody else')
    expect(undo.undoStack).toHaveLength(1)
    undo.undo()
    expect([xOf(alice, 'a'), xOf(alice, 'b')]).toStrictEqual([0, 1])
  })
})

describe('what was deleted', () => {
  test('keeps the work that another did in it offline, and comes back with it', () => {
    const { alice, bob, settle } = pair({ ...lesson('p1: a'), pages: [{ id: 'p1', elements: [textBox('t', '')] }] })
    deleteElements(alice.doc, ['t'])
    type(bob, 't', 'written offline')
    settle()
    for (const peer of [alice, bob]) {
      expect(ids(peer)).toStrictEqual([])
      expect(readElement(peer.doc, 't')?.deleted).toBe(true)
    }
    restoreElements(bob.doc, ['t'])
    settle()
    for (const peer of [alice, bob]) expect(textOf(peer, 't')).toBe('written offline')
    expect(ids(alice)).toStrictEqual(['t'])
  })

  test('comes back by undo too', () => {
    const { alice, bob, settle } = pair()
    deleteElements(alice.doc, ['a', 'b'])
    moveElements(bob.doc, [{ id: 'a', box: boxAt(30) }])
    settle()
    expect(ids(bob)).toStrictEqual(['c'])
    alice.undo.undo()
    settle()
    for (const peer of [alice, bob]) {
      expect(ids(peer)).toStrictEqual(['a', 'b', 'c'])
      expect(xOf(peer, 'a')).toBe(30)
    }
  })

  test('with its page, comes back with its page, or brings the page back', () => {
    const { alice, bob, settle } = pair(lesson('p1: a', 'p2: b'))
    expect(deletePage(alice.doc, 'p2')).toBe(true)
    addElements(bob.doc, 'p2', [shape('offline')])
    settle()
    for (const peer of [alice, bob]) expect(readContent(peer.doc).pages.map(({ id }) => id)).toStrictEqual(['p1'])
    restoreElements(bob.doc, ['offline'])
    settle()
    for (const peer of [alice, bob]) expect(ids(peer, 'p2')).toStrictEqual(['b', 'offline'])
    deletePage(alice.doc, 'p2')
    restorePage(alice.doc, 'p2')
    settle()
    for (const peer of [alice, bob]) expect(readContent(peer.doc).pages).toHaveLength(2)
  })

  test('is never the last page, not even when two people delete the last two at once', () => {
    const { alice, bob, settle } = pair(lesson('p1: a', 'p2: b'))
    deletePage(alice.doc, 'p1')
    deletePage(bob.doc, 'p2')
    settle()
    for (const peer of [alice, bob]) expect(readContent(peer.doc).pages.map(({ id }) => id)).toStrictEqual(['p1'])
    expect(deletePage(alice.doc, 'p1')).toBe(false)
    addElements(alice.doc, 'p1', [shape('made since')])
    const added = addPage(alice.doc)
    settle()
    for (const peer of [alice, bob]) {
      expect(readContent(peer.doc).pages.map(({ id }) => id)).toStrictEqual(['p1', added])
      expect(ids(peer)).toHaveLength(2)
    }
  })
})
