import type { LineElement } from '@anawim/lesson'
import { expect, test } from 'vitest'
import { aPage, shape, text } from './a-lesson.ts'

test('a click selects what it hits, and a click beside everything selects nothing', () => {
  const page = aPage(shape('a', 0, 0), shape('b', 200, 0))
  page.click(50, 50)
  expect(page.selection()).toEqual(['a'])
  page.click(150, 50)
  expect(page.selection()).toEqual([])
})

test('shift adds to the selection, and takes out of it', () => {
  const page = aPage(shape('a', 0, 0), shape('b', 200, 0))
  page.click(50, 50)
  page.click(250, 50, { shift: true })
  expect(page.selection()).toEqual(['a', 'b'])
  page.click(50, 50, { shift: true })
  expect(page.selection()).toEqual(['b'])
})

test('a click on one of several selects that one, a drag moves them all', () => {
  const page = aPage(shape('a', 0, 0), shape('b', 200, 0))
  page.select(['a', 'b'])
  page.drag([50, 50], [60, 70])
  expect(page.selection()).toEqual(['a', 'b'])
  expect(page.box('b')).toMatchObject({ x: 210, y: 20 })
  page.click(60, 70)
  expect(page.selection()).toEqual(['a'])
})

test('a drag writes the document once, at the drop', () => {
  const page = aPage(shape('a', 0, 0))
  page.pointerDown(50, 50)
  page.pointerMove(80, 50)
  page.pointerMove(150, 90)
  expect(page.writes()).toBe(0)
  expect(page.shown()?.get('a')).toMatchObject({ x: 100, y: 40 })
  page.pointerUp(150, 90)
  expect(page.writes()).toBe(1)
  expect(page.shown()).toBeNull()
  expect(page.box('a')).toMatchObject({ x: 100, y: 40 })
})

test('an unsteady click moves nothing', () => {
  const page = aPage(shape('a', 0, 0))
  page.drag([50, 50], [52, 51])
  expect(page.writes()).toBe(0)
})

test('escape ends a drag as if it had never begun', () => {
  const page = aPage(shape('a', 0, 0))
  page.pointerDown(50, 50)
  page.pointerMove(150, 90)
  page.escape()
  expect(page.shown()).toBeNull()
  page.pointerUp(150, 90)
  expect(page.writes()).toBe(0)
})

test('shift keeps a drag to one axis, alt leaves the original behind', () => {
  const page = aPage(shape('a', 0, 0))
  page.drag([50, 50], [150, 70], { shift: true })
  // With shift the press itself takes a selected element out, so it was selected by that press.
  expect(page.box('a')).toMatchObject({ x: 100, y: 0 })
  page.drag([150, 50], [150, 350], { alt: true })
  expect(page.box('a')).toMatchObject({ x: 100, y: 0 })
  expect(page.box('a-copy')).toMatchObject({ x: 100, y: 300 })
  expect(page.selection()).toEqual(['a-copy'])
})

test('locked elements can be selected, and stay where they are', () => {
  const page = aPage({ ...shape('a', 0, 0), locked: true })
  page.drag([50, 50], [150, 150])
  expect(page.selection()).toEqual(['a'])
  expect(page.box('a')).toMatchObject({ x: 0, y: 0 })
})

test('a handle resizes, and the opposite side stays where it is', () => {
  const page = aPage(shape('a', 100, 100))
  page.select(['a'])
  page.drag([200, 200], [260, 240], { handle: 'se' })
  expect(page.box('a')).toEqual({ x: 100, y: 100, width: 160, height: 140, rotation: 0 })
  page.drag([100, 170], [80, 170], { handle: 'w' })
  expect(page.box('a')).toEqual({ x: 80, y: 100, width: 180, height: 140, rotation: 0 })
})

test('shift keeps the aspect, and nothing becomes too small to find again', () => {
  const page = aPage(shape('a', 0, 0, 200, 100))
  page.select(['a'])
  page.drag([200, 100], [400, 110], { handle: 'se', shift: true })
  expect(page.box('a')).toMatchObject({ width: 400, height: 200 })
  page.drag([400, 200], [-500, -500], { handle: 'se' })
  expect(page.box('a')).toMatchObject({ x: 0, y: 0, width: 8, height: 8 })
})

test('a turned element is resized along its own axes', () => {
  const page = aPage({ ...shape('a', 0, 0), rotation: 90 })
  page.select(['a'])
  // Its east side points down.
  page.drag([50, 100], [50, 140], { handle: 'e' })
  const box = page.box('a')
  expect(box?.width).toBeCloseTo(140)
  expect(box?.height).toBeCloseTo(100)
  expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(70)
})

test('several grow together within the frame around them', () => {
  const page = aPage(shape('a', 0, 0), shape('b', 100, 100))
  page.select(['a', 'b'])
  page.drag([200, 200], [400, 400], { handle: 'se' })
  expect(page.box('a')).toMatchObject({ x: 0, y: 0, width: 200, height: 200 })
  expect(page.box('b')).toMatchObject({ x: 200, y: 200, width: 200, height: 200 })
})

test('the knob turns, with shift in steps of 15 degrees', () => {
  const page = aPage(shape('a', 0, 0))
  page.select(['a'])
  page.drag([50, -20], [120, 50], { handle: 'rotate' })
  expect(page.box('a')?.rotation).toBeCloseTo(90)
  page.drag([120, 50], [118, 70], { handle: 'rotate', shift: true })
  expect(page.box('a')?.rotation).toBeCloseTo(105)
})

test('a marquee selects what it touches', () => {
  const page = aPage(shape('a', 100, 100), shape('b', 300, 100), shape('c', 600, 600))
  page.pointerDown(10, 10)
  page.pointerMove(320, 120)
  expect(page.rect()).toEqual({ x: 10, y: 10, width: 310, height: 110 })
  expect(page.selection()).toEqual(['a', 'b'])
  page.pointerUp(320, 120)
  expect(page.rect()).toBeNull()
})

test('a double click goes into a text or a shape, and not into a line', () => {
  const line: LineElement = {
    id: 'l',
    kind: 'line',
    x: 600,
    y: 0,
    width: 100,
    height: 100,
    rotation: 0,
    stroke: '#1f2937',
    strokeWidth: 3,
  }
  const page = aPage(text('t', 0, 0), shape('a', 300, 0), line)
  page.click(650, 50, { clicks: 2 })
  expect(page.editing()).toBeNull()
  page.click(350, 50, { clicks: 2 })
  expect(page.editing()).toBe('a')
  page.click(20, 20, { clicks: 2 })
  expect(page.editing()).toBe('t')
})
