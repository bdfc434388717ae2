/** Pages, the keyboard, the clipboard and the panel, as one teacher uses them; and the same lesson on a phone. */
import type { LessonContent } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { enterSchool, type School } from '../support/school.ts'

let school: School
let teacher: ApiClient
let lessonId: number
let lan: EditorPage

beforeAll(async () => {
  school = await enterSchool()
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Quang hợp' })).id
  lan = await openEditor(school, 'lan@truong.vn', lessonId)
})

afterAll(() => school?.close())

const pages = async () =>
  (await teacher.ask<{ content: LessonContent }>('GET', `/api/lessons/${lessonId}`)).content.pages
const pageNames = async () => (await pages()).map(({ name }) => name)
const card = (name: string) => lan.page.getByRole('navigation', { name: 'Các trang' }).getByRole('button', { name })

test('the keyboard makes, moves and hears an element without a mouse', async () => {
  await lan.press('s')
  await lan.drag([300, 300], [400, 360])
  await lan.press('Escape', 'Tab')
  await expect.poll(() => lan.spoken(), soon).toContain('Hình chữ nhật')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(1)
  const [before] = await elementsOf(teacher, lessonId)
  await lan.press('ArrowRight', 'Shift+ArrowDown')
  await expect
    .poll(() => elementsOf(teacher, lessonId), soon)
    .toMatchObject([{ x: (before?.x ?? 0) + 1, y: (before?.y ?? 0) + 10 }])
})

test('it resizes and turns it, goes from part to part, and is the canvas’s again when one presses that', async () => {
  const [before] = await elementsOf(teacher, lessonId)
  const { width = 0, height = 0 } = before ?? {}
  await lan.press('Control+ArrowRight', 'Control+ArrowUp', 'Alt+ArrowRight')
  await expect
    .poll(() => elementsOf(teacher, lessonId), soon)
    .toMatchObject([{ width: width + 10, height: height - 10, rotation: 15 }])
  expect(await lan.spoken()).toContain('xoay 15 độ')
  await lan.press('Alt+ArrowLeft', 'Control+ArrowDown', 'Control+ArrowLeft')
  await expect.poll(() => elementsOf(teacher, lessonId), soon).toMatchObject([{ width, height, rotation: 0 }])

  const here = () => lan.page.evaluate(() => document.activeElement?.closest('header, nav, aside, main')?.tagName)
  const parts = new Set<string | undefined>()
  for (let count = 0; count < 5; count++) {
    await lan.press('F6')
    parts.add(await here())
  }
  expect(parts).toEqual(new Set(['HEADER', 'NAV', 'MAIN', 'ASIDE']))
  await lan.page.getByRole('button', { name: 'Chọn hình' }).click()
  await lan.page.getByRole('menuitem', { name: 'Ngôi sao' }).waitFor()
  await lan.click(650, 650)
  await lan.page.getByRole('menuitem', { name: 'Ngôi sao' }).waitFor({ state: 'hidden' })
  await lan.page.waitForTimeout(50)
  await lan.press('Tab')
  await expect.poll(() => lan.spoken(), soon).toContain('Hình chữ nhật')
})

test('the panel sets exact numbers, as one step of undo', async () => {
  await lan.page.getByLabel('Rộng').fill('250,5')
  await lan.page.getByLabel('Rộng').press('Enter')
  await expect.poll(() => elementsOf(teacher, lessonId), soon).toMatchObject([{ width: 250.5 }])
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('Control+z')
  await expect.poll(async () => (await elementsOf(teacher, lessonId))[0]?.width, soon).not.toBe(250.5)
})

test('pages are added, named, moved by the keyboard, and deleted with a way back', async () => {
  await lan.page.getByRole('button', { name: 'Thêm trang' }).first().click()
  await lan.page.getByLabel('Tên trang').fill('Bài tập')
  await lan.page.getByLabel('Tên trang').press('Enter')
  await expect.poll(pageNames, soon).toEqual([expect.anything(), 'Bài tập'])
  await card('Bài tập').focus()
  await lan.press('Alt+ArrowUp')
  await expect.poll(async () => (await pageNames())[0], soon).toBe('Bài tập')
  await card('Bài tập').locator('xpath=..').getByRole('button', { name: 'Tuỳ chọn trang' }).click()
  await lan.page.getByRole('menuitem', { name: 'Xoá' }).click()
  await expect.poll(async () => (await pages()).length, soon).toBe(1)
  await lan.page.locator('.mantine-Notification-root').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect.poll(pageNames, soon).toEqual(['Bài tập', expect.anything()])
})

test('menus and dialogs are gone through by keys, and give the focus back', async () => {
  const focused = () => lan.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await card('Bài tập').focus()
  await lan.press('F2')
  await lan.page.getByRole('navigation').getByLabel('Tên trang').waitFor()
  await lan.press('Escape')
  await expect.poll(focused, soon).toContain('Bài tập')
  await lan.page.getByRole('banner').getByRole('button', { name: 'Thêm', exact: true }).focus()
  await lan.press('Enter')
  await expect
    .poll(() =>
      lan.page
        .getByRole('menuitem')
        .first()
        .evaluate((item) => item.matches(':focus')),
    )
    .toBe(true)
  await lan.press('ArrowDown', 'ArrowDown', 'Enter')
  await lan.page.getByRole('button', { name: 'Đặt tên phiên bản hiện tại' }).waitFor()
  await lan.press('Escape')
  await expect.poll(focused, soon).toBe('Khung vẽ của trang')
  const share = lan.page.getByRole('button', { name: 'Chia sẻ', exact: true })
  await share.focus()
  await lan.press('Enter')
  await expect
    .poll(
      () =>
        lan.page
          .getByRole('dialog')
          .locator('input')
          .first()
          .evaluate((one) => one.matches(':focus')),
      soon,
    )
    .toBe(true)
  await lan.press('Escape')
  await expect.poll(() => share.evaluate((button) => button.matches(':focus')), soon).toBe(true)
})

test('what is copied on one page is pasted on another', async () => {
  await card('trang 2 trên 2').click()
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('Control+a', 'Control+c')
  await card('Bài tập').click()
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('Control+v')
  await expect.poll(async () => (await pages()).map(({ elements }) => elements.length), soon).toEqual([1, 1])
  await lan.press('Control+d')
  await expect.poll(async () => (await pages())[0]?.elements.length, soon).toBe(2)
})

test('the lesson is renamed where its name stands', async () => {
  await lan.page.getByRole('button', { name: 'Quang hợp, đổi tên' }).click()
  await lan.page.getByLabel('Tên bài').fill('Quang hợp ở thực vật')
  await lan.press('Enter')
  await lan.page.getByRole('heading', { name: 'Quang hợp ở thực vật' }).waitFor()
  await expect
    .poll(async () => (await teacher.ask<{ title: string }>('GET', `/api/lessons/${lessonId}`)).title, soon)
    .toBe('Quang hợp ở thực vật')
})

test('every control has a name', async () => {
  const nameless = await lan.page.locator('button, input, [role="button"]').evaluateAll((controls) =>
    controls
      .filter((control) => control instanceof HTMLElement && control.offsetParent !== null)
      .filter(
        (control) =>
          !control.getAttribute('aria-label') &&
          !control.textContent?.trim() &&
          !(control instanceof HTMLInputElement && control.labels?.length),
      )
      .map((control) => control.outerHTML.slice(0, 120)),
  )
  expect(nameless).toEqual([])
})

test('what is selected is aligned, grouped and styled by the keyboard, each as one step of undo', async () => {
  const base = { kind: 'shape', shape: 'rectangle', width: 100, height: 80, rotation: 0, fill: '#ffd43b' }
  const look = { stroke: '#1f2937', strokeWidth: 2 }
  const elements = [100, 400, 800].map((x, index) => ({ ...base, ...look, id: `s${index}`, x, y: 100 + 90 * index }))
  const page = { id: 'p1', name: 'Trang 1', width: 1280, height: 720, background: '#ffffff', elements }
  const lesson = { title: 'Sắp xếp', content: { version: 1, pages: [page] } }
  const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', lesson)
  const minh = await openEditor(school, 'lan@truong.vn', id)
  const now = () => elementsOf(teacher, id)
  const xs = async () => (await now()).map(({ x }) => x)
  await minh.page.locator('[data-canvas]').focus()
  await minh.press('Control+a', 'Alt+a')
  await expect.poll(xs, soon).toEqual([100, 100, 100])
  await minh.press('Control+z')
  await expect.poll(xs, soon).toEqual([100, 400, 800])
  await minh.press('Alt+Shift+h')
  await expect.poll(xs, soon).toEqual([100, 450, 800])
  await minh.press('Escape', 'Tab', 'Control+Alt+c', 'Shift+h')
  await expect.poll(now, soon).toMatchObject([{ flipX: true, x: 100 }, {}, {}])
  await minh.press('Control+a', 'Control+g')
  await expect.poll(async () => new Set((await now()).map(({ groupId }) => groupId)).size, soon).toBe(1)
  await minh.press('Escape', 'Tab')
  await expect.poll(() => minh.spoken(), soon).toContain('3 đối tượng')
  await minh.press('Enter')
  await expect.poll(() => minh.spoken(), soon).toContain('Hình chữ nhật')
  await minh.press('Escape', 'Control+k')
  await minh.page.getByRole('combobox', { name: 'Tìm lệnh' }).fill('bo nhom')
  await minh.press('Enter')
  await expect.poll(async () => (await now()).some(({ groupId }) => groupId), soon).toBe(false)
  const row = (name: string) => minh.page.locator(`[data-row="${name}"]`)
  await row('s0').focus()
  await minh.press('Alt+ArrowUp')
  await expect.poll(async () => (await now()).map((element) => element.id), soon).toEqual(['s1', 's0', 's2'])
  await expect.poll(() => row('s0').evaluate((element) => element === document.activeElement), soon).toBe(true)
  await minh.press('l', 'F2')
  await minh.page.locator('input:focus').waitFor()
  await minh.type('Hộp vàng')
  await minh.press('Enter')
  await expect.poll(now, soon).toMatchObject([{}, { locked: true, name: 'Hộp vàng' }, {}])
  await minh.page.context().close()
})

test('a lesson is presented by the keyboard, without its hidden pages, on a picture of its own', async () => {
  const base = { width: 1280, height: 720, background: '#ffffff', elements: [] }
  const paper = { backgroundGradient: { to: '#a5d8ff', angle: 90 } }
  const pages = [
    { ...base, ...paper, id: 'p1', name: 'Mở đầu' },
    { ...base, id: 'p2', name: 'Nháp', hidden: true },
    { ...base, id: 'p3', name: 'Kết luận' },
  ]
  const lesson = { title: 'Trình chiếu', content: { version: 1, pages } }
  const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', lesson)
  const minh = await openEditor(school, 'lan@truong.vn', id)
  const shown = (page: string) => minh.page.locator(`[data-presented-page="${page}"]`).waitFor()
  await minh.page.locator('[data-canvas]').focus()
  await minh.press('Control+Enter')
  await shown('p1')
  await minh.press(' ')
  await shown('p3')
  await minh.page.getByText('Trang 2 trên 2: Kết luận').waitFor({ state: 'attached' })
  await minh.press('Home', 'l')
  await shown('p1')
  await minh.page.getByRole('button', { name: 'Con trỏ laser', pressed: true }).last().waitFor()
  await minh.press('End', 'Escape')
  await expect.poll(() => minh.page.getByRole('dialog').count(), soon).toBe(0)
  // One goes on where one was.
  await expect
    .poll(() => minh.page.locator('[aria-current="page"]').getAttribute('aria-label'), soon)
    .toContain('Kết luận')
  await minh.page.context().close()
})

test('on a phone: touched, and set in the drawer', async () => {
  const phone = await openEditor(school, 'lan@truong.vn', lessonId, school.product.url, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  })
  await phone.page.getByRole('button', { name: 'trang 2 trên 2' }).tap()
  await expect.poll(async () => (await pages())[1]?.elements.length, soon).toBe(1)
  const element = (await pages())[1]?.elements[0]
  const canvas = await phone.page.locator('[data-canvas]').boundingBox()
  const zoom = ((canvas?.width ?? 0) - 24) / 1280
  const top = 16 + ((canvas?.height ?? 0) - 16 - 76 - 720 * zoom) / 2
  const x = 12 + ((element?.x ?? 0) + (element?.width ?? 0) / 2) * zoom
  const y = top + ((element?.y ?? 0) + (element?.height ?? 0) / 2) * zoom
  await phone.page.touchscreen.tap((canvas?.x ?? 0) + x, (canvas?.y ?? 0) + y)
  await expect.poll(() => phone.spoken(), soon).toContain('Hình chữ nhật')
  await phone.page.getByRole('button', { name: 'Thuộc tính' }).tap()
  await phone.page.getByLabel('Xoay').fill('45')
  await phone.page.getByLabel('Xoay').press('Enter')
  await expect.poll(async () => (await pages())[1]?.elements[0]?.rotation, soon).toBe(45)
  await phone.page.getByRole('button', { name: 'Đóng' }).tap()
  await expect.poll(() => phone.page.getByRole('dialog').count(), soon).toBe(0)

  const finger = await phone.page.context().newCDPSession(phone.page)
  const rest = { x: (canvas?.x ?? 0) + 30, y: (canvas?.y ?? 0) + 30 }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [rest] })
  await phone.page.getByRole('menuitem', { name: 'Chọn tất cả' }).waitFor()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await phone.page.getByRole('menuitem', { name: 'Chọn tất cả' }).tap()
  await expect.poll(() => phone.spoken(), soon).toContain('Hình chữ nhật')
  await phone.page.touchscreen.tap(rest.x, rest.y)
  await expect.poll(() => phone.spoken(), soon).toBe('')

  await phone.page.getByRole('button', { name: 'Thuộc tính' }).tap()
  await phone.page.getByLabel('Cỡ trang').first().tap()
  // What opens must not make the page wider than the phone.
  const choice = await phone.page.getByRole('option', { name: '4:3' }).boundingBox()
  expect((choice?.x ?? 0) + (choice?.width ?? 0)).toBeLessThanOrEqual(390)
  await phone.page.getByRole('option', { name: '4:3' }).tap()
  await expect.poll(async () => (await pages())[1]?.height, soon).toBe(768)
})
