import { expect, test } from 'vitest'
import { aPage, shape } from './a-lesson.ts'

const grouped = (id: string, x: number) => ({ ...shape(id, x, 0), groupId: 'g' })

test('a click on one of a group selects all of it, and a drag moves all of it', () => {
  const page = aPage(grouped('a', 0), grouped('b', 200), shape('c', 400, 0))
  page.click(50, 50)
  expect(page.selection()).toEqual(['a', 'b'])
  page.drag([50, 50], [60, 80])
  expect(page.box('b')).toMatchObject({ x: 210, y: 30 })
  expect(page.box('c')).toMatchObject({ x: 400, y: 0 })
})

test('a double click goes into the group: then one of it is selected, and moved, alone', () => {
  const page = aPage(grouped('a', 0), grouped('b', 200))
  page.click(50, 50)
  page.click(50, 50, { clicks: 2 })
  expect(page.selection()).toEqual(['a'])
  page.click(250, 50)
  expect(page.selection()).toEqual(['b'])
  page.drag([250, 50], [260, 50])
  expect(page.box('a')).toMatchObject({ x: 0 })
  expect(page.box('b')).toMatchObject({ x: 210 })
})

test('shift adds and takes away whole groups, and a marquee that touches one has all of it', () => {
  const page = aPage(grouped('a', 0), grouped('b', 200), shape('c', 400, 0))
  page.click(450, 50)
  page.click(50, 50, { shift: true })
  expect(page.selection()).toEqual(['c', 'a', 'b'])
  page.click(250, 50, { shift: true })
  expect(page.selection()).toEqual(['c'])
  page.pointerDown(150, 150)
  page.pointerMove(90, 90)
  expect(page.selection()).toEqual(['a', 'b'])
})
