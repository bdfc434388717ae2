import { decodeInk, type LessonElement } from '@anawim/lesson'
import { expect, test } from 'vitest'
import { type PenMode, startingPen } from '../../src/editor/kinds/drawing/pen-choice.ts'
import { penTool } from '../../src/editor/kinds/drawing/pen-tool.ts'
import { aPage, shape } from './a-lesson.ts'

const holding = (mode: PenMode, ...elements: LessonElement[]) => {
  const page = aPage(...elements)
  page.take(penTool(() => ({ ...startingPen, mode })))
  return page
}
const onlyDrawing = (page: ReturnType<typeof aPage>) => {
  const element = page.element(page.ids().at(-1) ?? '')
  if (element?.kind !== 'drawing') throw new Error('nothing was drawn')
  return element
}

test('a line is shown as it grows, and written once, when the hand lifts', () => {
  const page = holding('pen')
  page.pointerDown(100, 100)
  page.pointerMove(150, 120)
  page.pointerMove(200, 80)
  expect(page.ink()?.points).toHaveLength(3)
  expect(page.writes()).toBe(0)
  page.pointerUp(200, 80)
  expect(page.writes()).toBe(1)
  expect(page.ink()).toBeNull()
  const drawing = onlyDrawing(page)
  expect(drawing).toMatchObject({ brush: 'pen', x: 100, y: 80, width: 100, height: 40, strokeWidth: 4 })
  expect(decodeInk(drawing.points, '').map(({ x, y }) => [x, y])).toEqual([
    [0, 20],
    [50, 40],
    [100, 0],
  ])
})

test('the pen stays in the hand, and what it drew is not selected', () => {
  const page = holding('pen')
  page.drag([0, 0], [50, 50])
  page.drag([60, 60], [90, 90])
  expect(page.ids()).toHaveLength(2)
  expect(page.selection()).toEqual([])
})

test('every place is drawn that the pen reports between two events, with how hard it presses', () => {
  const page = holding('pen')
  page.pointerDown(0, 0, { pressure: 0.2 })
  page.pointerMove(30, 0, { pressure: 1 })
  page.pointerUp(30, 0)
  expect(onlyDrawing(page).pressures).toHaveLength(2)
  page.pointerDown(0, 100)
  page.pointerMove(30, 100, {
    trail: [
      [10, 105],
      [20, 95],
      [30, 100],
    ],
  })
  page.pointerUp(30, 100)
  expect(onlyDrawing(page)).toMatchObject({ y: 95, height: 10 })
  expect(onlyDrawing(page)).not.toHaveProperty('pressures')
})

test('a tap is a dot, shift draws straight, and the highlighter is broad', () => {
  const page = holding('highlighter')
  page.click(40, 40)
  expect(onlyDrawing(page)).toMatchObject({ brush: 'highlighter', x: 40, y: 40, width: 0, strokeWidth: 24 })
  page.pointerDown(0, 0)
  page.pointerMove(50, 90)
  page.pointerMove(100, 10, { shift: true })
  page.pointerUp(100, 10, { shift: true })
  expect(onlyDrawing(page)).toMatchObject({ width: 100, height: 10 })
})

test('escape, or a second finger, leaves no line', () => {
  const page = holding('pen')
  page.pointerDown(0, 0)
  page.pointerMove(50, 50)
  page.escape()
  page.pointerUp(50, 50)
  expect(page.ids()).toEqual([])
  expect(page.ink()).toBeNull()
})

test('the eraser takes whole lines where it has been, however fast, and nothing else', () => {
  const drawn = holding('pen', shape('a', 0, 0, 400, 400))
  drawn.drag([100, 0], [100, 50])
  drawn.drag([200, 0], [200, 50])
  drawn.drag([300, 0], [300, 50])
  const [, one = '', two = '', three = ''] = drawn.ids()
  drawn.take(penTool(() => ({ ...startingPen, mode: 'eraser' })))
  const before = drawn.writes()
  drawn.pointerDown(50, 25)
  drawn.pointerMove(250, 25)
  expect(drawn.faded()).toEqual([one, two])
  drawn.pointerUp(250, 25)
  expect(drawn.ids()).toEqual(['a', three])
  expect(drawn.writes()).toBe(before + 1)
  expect(drawn.faded()).toEqual([])
})
