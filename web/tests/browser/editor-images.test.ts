/** Pictures in the editor: by button, dropped, pasted; what is no picture is refused in words. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { png } from '../support/png.ts'
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

const images = async () => (await elementsOf(teacher, lessonId)).filter((element) => element.kind === 'image')

test('by the button: in its natural size in the middle of the page, with its description asked for', async () => {
  const choosing = lan.page.waitForEvent('filechooser')
  await lan.page.getByRole('toolbar', { name: 'Công cụ' }).getByRole('button', { name: 'Ảnh', exact: true }).click()
  await lan.page.getByRole('button', { name: 'Chọn từ máy này' }).click()
  await (await choosing).setFiles({ name: 'la.png', mimeType: 'image/png', buffer: png(300, 200) })
  await expect
    .poll(images, soon)
    .toEqual([expect.objectContaining({ x: 490, y: 260, width: 300, height: 200, alt: '' })])
  await lan.page.getByLabel('Mô tả ảnh').fill('Một chiếc lá xanh')
  await lan.page.getByLabel('Mô tả ảnh').blur()
  await expect.poll(async () => (await images())[0]?.alt, soon).toBe('Một chiếc lá xanh')
})

test('dropped where they were dropped, and smaller than the page', async () => {
  const bytes = [...png(1200, 1200)]
  await lan.page.locator('[data-canvas]').evaluate((canvas, data) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(data)], 'to.png', { type: 'image/png' }))
    const { left, top } = canvas.getBoundingClientRect()
    const at = { bubbles: true, cancelable: true, dataTransfer: transfer, clientX: left + 400, clientY: top + 400 }
    canvas.dispatchEvent(new DragEvent('dragover', at))
    canvas.dispatchEvent(new DragEvent('drop', at))
  }, bytes)
  await expect.poll(async () => (await images()).length, soon).toBe(2)
  const dropped = (await images())[1]
  expect(dropped).toMatchObject({ width: 576, height: 576 })
})

test('cropped in its place and replaced, and its description asked for anew', async () => {
  await lan.press('Escape', 'Escape', 'Tab', 'Enter')
  const handle = lan.page.getByRole('button', { name: 'Cắt: cạnh trái' })
  await handle.focus()
  await lan.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Escape')
  const first = async () => (await images()).find(({ width }) => width < 300)
  await expect.poll(first, soon).toMatchObject({ x: 520, width: 270, crop: { x: expect.closeTo(0.1, 3) } })
  const choosing = lan.page.waitForEvent('filechooser')
  await lan.page.getByRole('button', { name: 'Thay ảnh' }).click()
  await lan.page.getByRole('button', { name: 'Chọn từ máy này' }).click()
  await (await choosing).setFiles({ name: 'khac.png', mimeType: 'image/png', buffer: png(200, 200) })
  // As wide as its box, and cut above and below.
  await expect.poll(first, soon).toMatchObject({ width: 270, alt: '', crop: { x: 0, width: 1 } })
  await lan.page.getByText('Chưa có mô tả').waitFor()
})

test('pasted from the clipboard', async () => {
  await lan.page.evaluate(
    (data) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(data)], 'dan.png', { type: 'image/png' }))
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      )
    },
    [...png(120, 80)],
  )
  await expect.poll(async () => (await images()).length, soon).toBe(3)
})

test('what is no picture is refused, and told', async () => {
  const choosing = lan.page.waitForEvent('filechooser')
  await lan.page.getByRole('toolbar', { name: 'Công cụ' }).getByRole('button', { name: 'Ảnh', exact: true }).click()
  await lan.page.getByRole('button', { name: 'Chọn từ máy này' }).click()
  await (await choosing).setFiles({ name: 'bai.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await lan.page.getByRole('alert').getByText('Tệp này không hiển thị được').waitFor()
  await lan.page.getByRole('button', { name: 'Bỏ qua' }).click()
  expect(await images()).toHaveLength(3)
})
