import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { LessonElement } from '@anawim/lesson'
import {
  addElements,
  createDocState,
  duplicateElements,
  duplicatePage,
  readElement,
  readElements,
  updateElements,
} from '@anawim/lesson/doc'
import { lesson, shape } from './people.ts'

const line = (id: string, start: string, end: string): LessonElement => ({
  id,
  kind: 'line',
  x: 0,
  y: 0,
  width: 100,
  height: 0,
  rotation: 0,
  stroke: '#000000',
  strokeWidth: 2,
  start: { elementId: start, x: 1, y: 0.5 },
  end: { elementId: end, x: 0, y: 0.5 },
})
const opened = () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, createDocState(lesson('p1: a b')))
  addElements(doc, 'p1', [line('l', 'a', 'b')])
  return doc
}
const endsOf = (doc: Y.Doc, id: string) => {
  const element = readElement(doc, id)?.element
  return element?.kind === 'line' ? [element.start?.elementId, element.end?.elementId] : []
}

test('copied together, a line hangs on the copies; copied alone, on what it did', () => {
  const doc = opened()
  const [a, copy = ''] = duplicateElements(doc, ['a', 'l'], { x: 5, y: 5 })
  expect(endsOf(doc, copy)).toEqual([a, 'b'])
  const [alone = ''] = duplicateElements(doc, ['l'], { x: 5, y: 5 })
  expect(endsOf(doc, alone)).toEqual(['a', 'b'])
})

test('the lines of a copied page hang on the elements of that page', () => {
  const doc = opened()
  const [a, b, copy] = readElements(doc, duplicatePage(doc, 'p1'))
  expect(endsOf(doc, copy?.id ?? '')).toEqual([a?.id, b?.id])
})

test('put where its ids are taken, a line hangs on what came with it', () => {
  const doc = opened()
  const [a, added = ''] = addElements(doc, 'p1', [shape('a'), line('l', 'a', 'b')])
  expect(a).not.toBe('a')
  expect(endsOf(doc, added)).toEqual([a, 'b'])
})

test('lets go by null, which its JSON does not say', () => {
  const doc = opened()
  updateElements(doc, ['l'], { start: null })
  expect(readElement(doc, 'l')?.element).not.toHaveProperty('start')
  expect(endsOf(doc, 'l')).toEqual([undefined, 'b'])
})
