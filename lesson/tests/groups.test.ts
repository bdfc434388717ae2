import {
  createDocState,
  duplicateElements,
  groupElements,
  observeLesson,
  readContent,
  ungroupElements,
} from '@anawim/lesson/doc'
import { forReaders, newContent, type LessonElement } from '@anawim/lesson'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

const box = (id: string): LessonElement => ({
  id,
  kind: 'shape',
  shape: 'rectangle',
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  rotation: 0,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 2,
})

function aDoc(...ids: string[]) {
  const content = newContent('p1', '')
  const [page] = content.pages
  const doc = new Y.Doc()
  if (page) Y.applyUpdate(doc, createDocState({ ...content, pages: [{ ...page, elements: ids.map(box) }] }))
  const elements = () => readContent(doc).pages[0]?.elements ?? []
  return { doc, elements, groups: () => elements().map(({ groupId }) => groupId ?? null) }
}

test('a group is what says the same, and ungrouping leaves nothing behind', () => {
  const { doc, groups, elements } = aDoc('a', 'b', 'c')
  const id = groupElements(doc, ['a', 'b'])
  expect(groups()).toEqual([id, id, null])
  ungroupElements(doc, ['a', 'b'])
  expect(elements()[0]).toEqual(box('a'))
})

test('ungrouping writes in nothing that is in no group', () => {
  const { doc, elements } = aDoc('a', 'b', 'c', 'd')
  groupElements(doc, ['a', 'b'])
  const written: string[] = []
  const stop = observeLesson(doc, ({ elements }) => written.push(...elements))
  ungroupElements(doc, ['a', 'b', 'c', 'missing'])
  expect(written).toEqual(['a', 'b'])
  ungroupElements(doc, ['a', 'b', 'c'])
  expect(written).toEqual(['a', 'b'])
  stop()
  expect(elements()).toEqual(['a', 'b', 'c', 'd'].map(box))
})

test('copies of a group are a group of their own, and a copy of one of it is in none', () => {
  const { doc, groups } = aDoc('a', 'b')
  const id = groupElements(doc, ['a', 'b'])
  duplicateElements(doc, ['a', 'b'], { x: 5, y: 5 })
  const [, , one, other] = groups()
  expect(one).toEqual(expect.any(String))
  expect(other).toBe(one)
  expect(one).not.toBe(id)
  duplicateElements(doc, ['a'], { x: 5, y: 5 })
  expect(groups().at(-1)).toBeNull()
})

test('readers do not learn what is grouped', () => {
  const { doc } = aDoc('a', 'b')
  groupElements(doc, ['a', 'b'])
  expect(JSON.stringify(forReaders(readContent(doc)))).not.toContain('groupId')
})
