import type { LessonElement } from '@anawim/lesson'
import { expect, test } from 'vitest'
import { startingLine } from '../../src/editor/kinds/line/line-choice.ts'
import { lineTool } from '../../src/editor/kinds/line/line-tool.ts'
import { aPage, shape } from './a-lesson.ts'

const holdingLine = (...elements: LessonElement[]) => {
  const page = aPage(...elements)
  page.take(lineTool(() => startingLine))
  return page
}
const lineOf = (page: ReturnType<typeof aPage>) => {
  const element = page.element(page.ids().at(-1) ?? '')
  if (element?.kind !== 'line') throw new Error('there is no line')
  return element
}

test('an arrow goes from where the pointer comes down to where it lifts, whichever way', () => {
  const page = holdingLine()
  page.drag([300, 100], [100, 250])
  expect(lineOf(page)).toMatchObject({ x: 100, y: 100, width: 200, height: 150, from: 'topRight', endHead: 'arrow' })
  expect(page.tool()).toBe('select')
  expect(page.writes()).toBe(1)
})

test('it hangs on what its ends were put on, and shows that while it is drawn', () => {
  const page = holdingLine(shape('a', 0, 0), shape('b', 400, 0))
  page.pointerDown(50, 50)
  page.pointerMove(450, 50)
  expect(page.draft()).toMatchObject({ kind: 'line', start: { elementId: 'a' }, end: { elementId: 'b' } })
  expect(page.target()).toBe('b')
  page.pointerUp(450, 50)
  expect(lineOf(page)).toMatchObject({ start: { elementId: 'a' }, end: { elementId: 'b' } })
  expect([page.draft(), page.target()]).toEqual([null, null])
})

test('with alt it hangs on nothing, with shift it keeps to 15 degrees', () => {
  const page = holdingLine(shape('a', 0, 0))
  page.drag([50, 50], [250, 60], { alt: true, shift: true })
  expect(lineOf(page)).toMatchObject({ y: 50, height: 0 })
  expect(lineOf(page).start).toBeUndefined()
})

test('a click makes one of a usual length, escape makes none', () => {
  const page = holdingLine()
  page.click(400, 300)
  expect(lineOf(page)).toMatchObject({ x: 280, y: 300, width: 240, height: 0 })
  const other = holdingLine()
  other.pointerDown(0, 0)
  other.pointerMove(90, 90)
  other.escape()
  other.pointerUp(90, 90)
  expect(other.ids()).toEqual([])
})

test('an end that is pulled hangs on what it is let go over, and lets go beside everything', () => {
  const page = holdingLine(shape('b', 400, 0))
  page.drag([100, 300], [200, 300])
  const { id } = lineOf(page)
  page.drag([200, 300], [450, 50], { pull: { id, handle: 'end' } })
  expect(lineOf(page)).toMatchObject({ x: 100, y: 50, width: 350, height: 250, end: { elementId: 'b' } })
  page.drag([450, 50], [300, 300], { pull: { id, handle: 'end' } })
  expect(lineOf(page)).toMatchObject({ width: 200, height: 0, end: null })
})

test('pulled at its middle, a straight line becomes a curve, and straight again where it nearly is', () => {
  const page = holdingLine()
  page.drag([100, 300], [300, 300])
  const { id } = lineOf(page)
  page.drag([200, 300], [200, 350], { pull: { id, handle: 'bend' } })
  expect(lineOf(page)).toMatchObject({ route: 'curved', bend: 0.25 })
  page.drag([200, 350], [200, 302], { pull: { id, handle: 'bend' } })
  expect(lineOf(page)).toMatchObject({ bend: 0 })
})
