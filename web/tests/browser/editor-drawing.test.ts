/** Pen and lines: what cô Lan draws is seen by her students, follows what she moves, and stands in the versions. */
import type { LessonElement } from '@anawim/lesson'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, editorOn, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { enterSchool, type School } from '../support/school.ts'

let school: School
let teacher: ApiClient
let lessonId: number
let lan: EditorPage
/** The page on the student's screen. */
let shown: Locator

beforeAll(async () => {
  school = await enterSchool()
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('an@truong.vn', 'Lê An', 'student')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Vòng tuần hoàn của nước' })).id
  await teacher.ask('POST', `/api/lessons/${lessonId}/publish`, { is_public: true })
  const student = await school.openAs('an@truong.vn', `/lessons/${lessonId}/view`)
  shown = student.locator('canvas').first()
  lan = await openEditor(school, 'lan@truong.vn', lessonId)
})

afterAll(() => school?.close())

interface Point {
  x: number
  y: number
}
function first(elements: readonly LessonElement[], kind: LessonElement['kind']): LessonElement {
  const found = elements.find((element) => element.kind === kind)
  if (!found) throw new Error(`there is no ${kind}`)
  return found
}
const middleOf = ({ x, y, width, height }: LessonElement): Point => ({ x: x + width / 2, y: y + height / 2 })
/** Halfway between the middles of two shapes. */
function between([one, other]: readonly LessonElement[]): Point {
  if (!one || !other) throw new Error('there are no two shapes')
  const [from, to] = [middleOf(one), middleOf(other)]
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}

/** Is something drawn within ten page pixels of that point? The paper is white. */
const isDrawnAt = (canvas: Locator, at: Point) =>
  canvas.evaluate((element: HTMLCanvasElement, { x, y }) => {
    const scale = element.width / 1280
    const [left, top, size] = [(x - 10) * scale, (y - 10) * scale, Math.max(1, 20 * scale)]
    const pixels = element.getContext('2d')?.getImageData(left, top, size, size).data ?? []
    return pixels.some((value, index) => index % 4 < 3 && value < 200)
  }, at)

let shapes: LessonElement[]
/** Where the arrow passes, and a place on the line that was drawn by hand. */
let arrow: Point
let stroke: Point

test('two shapes, an arrow from one to the other, and a line by hand: all of it is on the student’s screen', async () => {
  await lan.press('s')
  await lan.drag([200, 250], [320, 330])
  await lan.press('Escape', 's')
  await lan.drag([520, 420], [640, 500])
  await lan.press('Escape', 'a')
  await lan.drag([260, 290], [580, 460])
  await lan.press('Escape', 'p')
  await lan.drag([200, 420], [300, 500])
  await lan.press('Escape')
  await lan.sees('Đã lưu')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(4)
  const drawn = await elementsOf(teacher, lessonId)
  shapes = drawn.filter(({ kind }) => kind === 'shape')
  const [from, to] = shapes
  expect(first(drawn, 'line')).toMatchObject({ start: { elementId: from?.id }, end: { elementId: to?.id } })
  arrow = between(shapes)
  // Straight down from its upper left: its middle is on it.
  stroke = middleOf(first(drawn, 'drawing'))
  await expect.poll(() => isDrawnAt(shown, stroke), soon).toBe(true)
  await expect.poll(() => isDrawnAt(shown, arrow), soon).toBe(true)
})

test('a shape that is moved takes its end of the arrow along, there too', async () => {
  // Beside the arrow, which begins in the middle.
  await lan.drag([220, 310], [520, 270])
  await expect.poll(() => isDrawnAt(shown, arrow), soon).toBe(false)
  const before = shapes[0]?.x
  await expect
    .poll(async () => {
      shapes = (await elementsOf(teacher, lessonId)).filter(({ kind }) => kind === 'shape')
      return shapes[0]?.x
    }, soon)
    .not.toBe(before)
  arrow = between(shapes)
  await expect.poll(() => isDrawnAt(shown, arrow), soon).toBe(true)
})

test('a version shows them when the page itself had nothing to fetch their looks for', async () => {
  await teacher.ask('POST', `/api/lessons/${lessonId}/versions`, { name: 'Có mũi tên' })
  await lan.press('Escape', 'Control+a', 'Delete')
  await lan.sees('Đã lưu')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(0)
  await lan.page.reload()
  lan = await editorOn(lan.page)
  await lan.press('Control+Alt+Shift+h')
  const preview = lan.page.getByRole('dialog').getByRole('img')
  await lan.page.getByRole('dialog').locator('[data-version]').filter({ hasText: 'Có mũi tên' }).click()
  await expect.poll(() => isDrawnAt(preview, stroke), soon).toBe(true)
  await expect.poll(() => isDrawnAt(preview, arrow), soon).toBe(true)
})

test('a key whose command has not come yet is not left to the browser, and does its work later', async () => {
  const { page } = lan
  const content = {
    version: 1,
    pages: [{ id: 'p1', name: '', width: 1280, height: 720, background: '#ffffff', elements: [box('a'), box('b')] }],
  }
  const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Lớp trên, lớp dưới', content })
  let bringCommands = () => {}
  const wanted = new Promise<void>((resolve) => {
    bringCommands = resolve
  })
  await page.route('**/command-list-*.js', (route) => wanted.then(() => route.continue()))
  await page.goto(`${school.product.url}/lessons/${id}`)
  lan = await editorOn(page)
  await page.locator('[data-canvas]').focus()
  await lan.press('Tab')
  await expect.poll(() => lan.spoken(), soon).toContain('Hình chữ nhật')
  await page.evaluate(() => {
    addEventListener('keydown', ({ key, defaultPrevented }) => {
      document.body.dataset[key] = String(defaultPrevented)
    })
  })
  await lan.press('Control+]')
  expect(await page.evaluate(() => document.body.dataset[']'])).toBe('true')
  bringCommands()
  const order = async () => (await elementsOf(teacher, id)).map((element) => element.id)
  await expect.poll(order, soon).toEqual(['b', 'a'])
})

function box(id: string): LessonElement {
  const colors = { fill: '#ffd43b', stroke: '#1f2937', strokeWidth: 2 }
  return { id, kind: 'shape', shape: 'rectangle', x: 100, y: 100, width: 200, height: 100, rotation: 0, ...colors }
}
