/** Versions: cô Lan names one, edits on, looks at what was, and takes it back as a copy; the lesson stays as it is. */
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

const panel = () => lan.page.getByRole('dialog').filter({ has: lan.page.locator('aside') })
const item = (name: string) => panel().locator('[data-version]').filter({ hasText: name })
const nameField = () => lan.page.getByRole('textbox', { name: 'Tên phiên bản' })
/** How much of the preview is not white paper. */
const ink = () =>
  panel()
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0) return 0
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let inked = 0
      for (let at = 0; at < data.length; at += 4) if (data[at] !== 255 || data[at + 2] !== 255) inked++
      return inked / (data.length / 4)
    })

test('before anything was kept the panel says how versions come about', async () => {
  await lan.press('Control+Alt+Shift+h')
  await panel().getByText('Chưa có phiên bản nào').waitFor()
  await lan.press('Escape')
  await panel().waitFor({ state: 'hidden' })
})

test('Ctrl+S saves, and what it says offers to name the version', async () => {
  await lan.press('s')
  await lan.drag([120, 200], [400, 400])
  await lan.press('Escape', 'Control+s')
  await lan.page.getByRole('button', { name: 'Đặt tên phiên bản' }).click()
  await nameField().waitFor()
  await lan.press('Enter')
  await lan.page.getByText('Hãy đặt tên cho phiên bản.').waitFor()
  await nameField().fill('Trước giờ dạy')
  await lan.press('Enter')
  await lan.page.getByText('Đã giữ phiên bản “Trước giờ dạy”.').waitFor()
  // As long as the dialog is leaving, keys are its own.
  await lan.page.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('after more edits the panel lists it with who edited, and shows the page as it was', async () => {
  await lan.press('s')
  await lan.drag([450, 200], [700, 400])
  await lan.press('Escape', 'Control+a', 'Delete')
  await lan.sees('Đã lưu')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(0)
  await lan.page.getByRole('button', { name: 'Thêm', exact: true }).click()
  await lan.page.getByRole('menuitem', { name: 'Các phiên bản' }).click()
  await item('Trước giờ dạy').filter({ hasText: 'Nguyễn Thị Lan' }).waitFor()
  await panel().getByText('Hôm nay').waitFor()
  await expect.poll(ink, soon).toBeGreaterThan(0.02)
  await panel().locator('[data-version] img').waitFor(soon)
})

test('the current one is named from the panel, the arrow keys go between both, and one is renamed and removed', async () => {
  await panel().getByRole('button', { name: 'Đặt tên phiên bản hiện tại' }).click()
  await nameField().fill('Trang trắng')
  await lan.press('Enter')
  await item('Trang trắng').waitFor()
  await item('Trang trắng').click()
  await expect.poll(ink, soon).toBe(0)
  await lan.press('ArrowDown')
  await expect.poll(ink, soon).toBeGreaterThan(0.02)
  expect(await item('Trước giờ dạy').getAttribute('aria-current')).toBe('true')

  const act = async (version: string, action: string) => {
    await panel()
      .getByRole('button', { name: `Thao tác với phiên bản “${version}”` })
      .click()
    await lan.page.getByRole('menuitem', { name: action }).click()
  }
  await act('Trang trắng', 'Đổi tên')
  await nameField().fill('Trống')
  await lan.press('Enter')
  await item('Trống').waitFor()
  await act('Trống', 'Xoá')
  await lan.page.getByRole('dialog', { name: 'Xoá phiên bản' }).getByRole('button', { name: 'Xoá' }).click()
  await item('Trống').waitFor({ state: 'detached' })
})

test('restoring opens a copy with the old canvas, and one goes back to a lesson that has not changed', async () => {
  // Its picture is drawn seconds later, from what was there before.
  const lesson = async () => ({ ...(await teacher.ask<object>('GET', `/api/lessons/${lessonId}`)), thumbnail: 'any' })
  const before = await lesson()
  await item('Trước giờ dạy').click()
  await panel().getByRole('button', { name: 'Khôi phục thành bản sao' }).click()
  await lan.page.getByText('Đây là bản sao của “Quang hợp” (Trước giờ dạy).').waitFor()
  await lan.page.getByRole('heading', { name: 'Quang hợp (Trước giờ dạy)' }).waitFor()
  await lan.page.locator('[data-canvas]').waitFor()
  const copyId = Number(/lessons\/(\d+)$/.exec(lan.page.url())?.[1])
  expect(copyId).not.toBe(lessonId)
  await lan.press('Control+a')
  await expect.poll(() => lan.spoken(), soon).toContain('Hình chữ nhật')
  expect(await elementsOf(teacher, copyId)).toHaveLength(1)
  await lan.page.getByRole('button', { name: 'Về bài gốc' }).click()
  await lan.page.waitForURL(`**/lessons/${lessonId}`)
  expect(await lesson()).toEqual(before)
})
