import { addElements, createDocState, deleteElements, placeElements, readElementIds } from '@anawim/lesson/doc'
import { newContent, type LessonElement } from '@anawim/lesson'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

function aDoc(...ids: string[]) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, createDocState(newContent('p1', '')))
  const base = { kind: 'shape', shape: 'rectangle', x: 0, y: 0, width: 10, height: 10, rotation: 0 } as const
  const paint = { fill: '#ffd43b', stroke: '#1f2937', strokeWidth: 2 }
  addElements(
    doc,
    'p1',
    ids.map((id): LessonElement => ({ ...base, ...paint, id })),
  )
  return { doc, order: () => readElementIds(doc, 'p1').join('') }
}

test('elements go right above another, or to the bottom, and keep their order among themselves', () => {
  const { doc, order } = aDoc('a', 'b', 'c', 'd')
  placeElements(doc, ['d', 'b'], 'a')
  expect(order()).toBe('abdc')
  placeElements(doc, ['c'], null)
  expect(order()).toBe('cabd')
})

test('what is not there, or is among the moved, is no place', () => {
  const { doc, order } = aDoc('a', 'b', 'c')
  deleteElements(doc, ['c'])
  placeElements(doc, ['a'], 'a')
  placeElements(doc, ['a'], 'c')
  placeElements(doc, ['a'], 'nobody')
  placeElements(doc, ['nobody'], 'a')
  expect(order()).toBe('ab')
})
