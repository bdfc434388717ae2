/** A tool whose code comes later: nothing that a hand did before it came is lost. */
import { expect, test } from 'vitest'
import { startingLine } from '../../src/editor/kinds/line/line-choice.ts'
import { lineTool } from '../../src/editor/kinds/line/line-tool.ts'
import { fetchedTool } from '../../src/editor/tools/fetched-tool.ts'
import { laterCode } from '../../src/ui/later.ts'
import { aPage } from './a-lesson.ts'

/** A page, and a hand with a tool whose code comes when `bring` is called. */
function fetching() {
  let bring = () => {}
  const coming = new Promise<void>((resolve) => {
    bring = resolve
  })
  const code = laterCode(async () => {
    await coming
    return () => lineTool(() => startingLine)
  })
  const page = aPage()
  page.take(fetchedTool(code, (start) => start()))
  const boxes = () =>
    page
      .ids()
      .map((id) => page.element(id))
      .map((line) => [line?.x, line?.width])
  const arrival = async () => {
    bring()
    await code.whenHere()
    await Promise.resolve()
  }
  return { page, boxes, arrival }
}

test('what was drawn before the code came is drawn when it has come, one after the other', async () => {
  const { page, boxes, arrival } = fetching()
  page.drag([0, 0], [100, 50])
  page.drag([200, 0], [250, 50])
  expect(page.ids()).toEqual([])
  await arrival()
  expect(boxes()).toEqual([
    [0, 100],
    [200, 50],
  ])
})

test('a gesture in which the code comes goes on as if it had been there', async () => {
  const { page, boxes, arrival } = fetching()
  page.pointerDown(0, 0)
  page.pointerMove(50, 0)
  await arrival()
  page.pointerMove(80, 0)
  expect(page.draft()).toMatchObject({ x: 0, width: 80 })
  page.pointerUp(100, 0)
  expect(boxes()).toEqual([[0, 100]])
})

test('what was cancelled before the code came is not drawn', async () => {
  const { page, arrival } = fetching()
  page.pointerDown(0, 0)
  page.pointerMove(50, 0)
  page.escape()
  page.pointerUp(50, 0)
  await arrival()
  expect(page.ids()).toEqual([])
})
