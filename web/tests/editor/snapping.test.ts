import { expect, test } from 'vitest'
import { aPage, shape } from './a-lesson.ts'

function near(...elements: Parameters<typeof aPage>) {
  const page = aPage(...elements)
  page.snapWithin(6)
  return page
}

test('what is dragged stands in line with the edges and centres of others, and a line shows it', () => {
  const page = near(shape('a', 0, 0), shape('b', 300, 200, 60, 60))
  page.pointerDown(330, 230)
  page.pointerMove(134, 234)
  // Its left edge came to 104, and the right one of the other is at 100.
  expect(page.shown()?.get('b')).toMatchObject({ x: 100, y: 204 })
  expect(page.guides()).toMatchObject([{ axis: 'x', at: 100, from: 0, to: 264 }])
  page.pointerUp(134, 234)
  expect(page.box('b')).toMatchObject({ x: 100, y: 204 })
  expect(page.guides()).toEqual([])
})

test('the middle of the page draws too', () => {
  const page = near(shape('a', 100, 100))
  page.drag([150, 150], [643, 200])
  expect(page.box('a')).toMatchObject({ x: 590, y: 150 })
})

test('between two others there is a place with equal gaps', () => {
  const page = near(shape('a', 100, 100), shape('b', 700, 110), shape('c', 300, 105))
  page.pointerDown(350, 150)
  page.pointerMove(453, 182)
  // 200 to 700 are free, and it is 100 wide.
  expect(page.shown()?.get('c')).toMatchObject({ x: 400 })
  expect(page.guides().filter(({ isGap }) => isGap)).toMatchObject([
    { from: 200, to: 400 },
    { from: 500, to: 700 },
  ])
  page.escape()
  expect(page.guides()).toEqual([])
})

test('beyond two others the gap between them is met again', () => {
  const page = near(shape('a', 100, 100), shape('b', 250, 103), shape('c', 600, 300))
  page.drag([650, 350], [452, 165])
  expect(page.box('c')).toMatchObject({ x: 400 })
})

test('nothing snaps while ctrl is held, and nothing far', () => {
  const page = near(shape('a', 0, 0), shape('b', 300, 200, 60, 60))
  page.drag([330, 230], [134, 234], { mod: true })
  expect(page.box('b')).toMatchObject({ x: 104, y: 204 })
  page.drag([134, 234], [150, 250])
  expect(page.box('b')).toMatchObject({ x: 120, y: 220 })
})

test('shift keeps to one axis, and nothing snaps off it', () => {
  const page = near(shape('a', 0, 3), shape('b', 300, 0, 60, 60))
  page.drag([330, 30], [134, 40], { shift: true })
  expect(page.box('b')).toMatchObject({ x: 100, y: 0 })
})

test('an edge that is pulled snaps, and only that edge', () => {
  const page = near(shape('a', 0, 0), shape('b', 300, 200))
  page.select(['a'])
  page.drag([100, 50], [297, 53], { handle: 'e' })
  expect(page.box('a')).toMatchObject({ x: 0, y: 0, width: 300, height: 100 })
})

test('where nothing else is near, the grid draws', () => {
  const page = aPage(shape('a', 3, 3))
  page.snapWithin(6, 20)
  page.drag([50, 50], [105, 90])
  expect(page.box('a')).toMatchObject({ x: 60, y: 40 })
})
