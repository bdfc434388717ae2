/** Pictures in the editor: by button, dropped, pasted; what is no picture is refused in words. */
import { crc32, deflateSync } from 'node:zlib'
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

const images = async () => (await elementsOf(teacher, lessonId)).filter((element) => element.kind === 'image')

test('by the button: in its natural size in the middle of the page, with its description asked for', async () => {
  const choosing = lan.page.waitForEvent('filechooser')
  await lan.page.getByRole('toolbar', { name: 'Công cụ' }).getByRole('button', { name: 'Ảnh', exact: true }).click()
  await (await choosing).setFiles({ name: 'la.png', mimeType: 'image/png', buffer: png(300, 200) })
  await expect
    .poll(images, soon)
    .toEqual([expect.objectContaining({ x: 490, y: 260, width: 300, height: 200, alt: '' })])
  await lan.page.getByLabel('Mô tả ảnh').fill('Một chiếc lá xanh')
  await lan.page.getByLabel('Mô tả ảnh').blur()
  await expect.poll(async () => (await images())[0]?.alt, soon).toBe('Một chiếc lá xanh')
})

test('dropped where they were dropped, and smaller than the page', async () => {
  const bytes = [...png(3000, 3000)]
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
  await (await choosing).setFiles({ name: 'bai.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await lan.page.getByRole('alert').getByText('Đây không phải ảnh hiển thị được').waitFor()
  await lan.page.getByRole('button', { name: 'Bỏ qua' }).click()
  expect(await images()).toHaveLength(3)
})

/** A green PNG of that size. */
function png(width: number, height: number): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([47, 158, 68]))])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
