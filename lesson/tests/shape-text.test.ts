/** The text in a shape: there from the beginning, so that two who begin to write at once write in the same. */
import {
  contentSchema,
  emptyRichText,
  type LessonElement,
  newContent,
  type RichText,
  type ShapeElement,
} from '@anawim/lesson'
import {
  addElements,
  createDocState,
  openTextFragment,
  readContent,
  textFragment,
  updateElements,
} from '@anawim/lesson/doc'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

const say = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const box: ShapeElement = {
  id: 'box',
  kind: 'shape',
  shape: 'rectangle',
  x: 0,
  y: 0,
  width: 100,
  height: 100,
  rotation: 0,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 2,
}

function openDoc(elements: LessonElement[] = []): Y.Doc {
  const content = newContent('p1', '')
  const [page] = content.pages
  const doc = new Y.Doc()
  if (page) Y.applyUpdate(doc, createDocState({ ...content, pages: [{ ...page, elements }] }))
  return doc
}
const elementsIn = (doc: Y.Doc) => readContent(doc).pages[0]?.elements

function type(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  openTextFragment(doc, 'box')?.insert(0, [paragraph])
}

test('a shape without a word says nothing of it', () => {
  const doc = openDoc()
  addElements(doc, 'p1', [box])
  expect(elementsIn(doc)).toEqual([box])
  expect(textFragment(doc, 'box')?.length).toBe(0)
  expect(
    contentSchema.parse({
      version: 1,
      pages: [{ id: 'p1', width: 100, height: 100, elements: [{ ...box, text: emptyRichText }] }],
    }).pages[0]?.elements,
  ).toEqual([box])
})

test('two who write into a new shape at once both keep what they wrote', () => {
  const alice = openDoc()
  addElements(alice, 'p1', [box])
  const bob = new Y.Doc()
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  type(alice, 'Lan')
  type(bob, 'Minh')
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  const [shape] = elementsIn(alice) ?? []
  expect(JSON.stringify(shape)).toContain('Lan')
  expect(JSON.stringify(shape)).toContain('Minh')
  expect(elementsIn(bob)).toEqual(elementsIn(alice))
})

test('one that came as JSON gets its text when somebody begins to write', () => {
  const doc = openDoc([box])
  expect(textFragment(doc, 'box')).toBeNull()
  type(doc, 'Lá')
  expect(elementsIn(doc)).toEqual([{ ...box, text: say('Lá') }])
  updateElements(doc, ['box'], { text: say('Hoa'), fontSize: 30 })
  expect(elementsIn(doc)).toEqual([{ ...box, text: say('Hoa'), fontSize: 30 }])
})

test('other kinds have no place for a text', () => {
  const doc = openDoc()
  addElements(doc, 'p1', [
    { id: 'i', kind: 'image', mediaId: 1, src: '/media/a.png', alt: '', x: 0, y: 0, width: 1, height: 1, rotation: 0 },
  ])
  expect(openTextFragment(doc, 'i')).toBeNull()
})
