import { expect, test } from 'vitest'
import { shapeTool } from '../../src/editor/kinds/shape/shape-tool.ts'
import { textTool } from '../../src/editor/kinds/text/text-tool.ts'
import { aPage, shape } from './a-lesson.ts'

test('a shape is drawn by a drag, on top of what is there, and the select tool is back', () => {
  const page = aPage(shape('a', 0, 0, 500, 500))
  page.take(shapeTool('star'))
  page.drag([100, 100], [300, 220])
  const [, made = ''] = page.ids()
  expect(page.element(made)).toMatchObject({ kind: 'shape', shape: 'star', x: 100, y: 100, width: 200, height: 120 })
  expect(page.selection()).toEqual([made])
  expect(page.tool()).toBe('select')
})

test('it may be drawn in any direction, with shift as a square', () => {
  const page = aPage()
  page.take(shapeTool('ellipse'))
  page.drag([300, 300], [200, 260], { shift: true })
  expect(page.box(page.ids()[0] ?? '')).toEqual({ x: 200, y: 200, width: 100, height: 100, rotation: 0 })
})

test('a click places one of a usual size around it', () => {
  const page = aPage()
  page.take(shapeTool('rectangle'))
  page.click(500, 300)
  expect(page.box(page.ids()[0] ?? '')).toEqual({ x: 400, y: 230, width: 200, height: 140, rotation: 0 })
})

test('a new text is typed in at once', () => {
  const page = aPage()
  page.take(textTool())
  page.drag([100, 100], [400, 160])
  const [made = ''] = page.ids()
  expect(page.element(made)).toMatchObject({ kind: 'text', x: 100, width: 300 })
  expect(page.editing()).toBe(made)
})

test('escape places nothing', () => {
  const page = aPage()
  page.take(shapeTool('rectangle'))
  page.pointerDown(100, 100)
  page.pointerMove(200, 200)
  page.escape()
  page.pointerUp(200, 200)
  expect(page.ids()).toEqual([])
  expect(page.rect()).toBeNull()
})
