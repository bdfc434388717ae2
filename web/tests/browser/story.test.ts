/** A lesson from its empty page to five: made by two teachers at once, one of them without network for a while, watched on a phone. */
import type { LessonContent } from '@anawim/lesson'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, openEditor, soon } from '../support/editor-page.ts'
import { png } from '../support/png.ts'
import { enterSchool, fillLogin, type School } from '../support/school.ts'
import { weakNetwork, type WeakNetwork } from '../support/weak-network.ts'

let school: School
let network: WeakNetwork
let teacher: ApiClient
let lessonId: number
let lan: EditorPage
let minh: EditorPage
/** The lesson on the phone of a student. */
let phone: Page

beforeAll(async () => {
  school = await enterSchool()
  network = await weakNetwork(school.product.port)
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('minh@truong.vn', 'Trần Minh', 'teacher')
  await school.join('an@truong.vn', 'Lê An', 'student')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Quang hợp' })).id
  await teacher.ask('POST', `/api/lessons/${lessonId}/members`, { email: 'minh@truong.vn', role: 'editor' })
  await teacher.ask('POST', `/api/lessons/${lessonId}/publish`, { is_public: true })
  const device = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
  phone = await (await school.newProfile(device)).newPage()
  await phone.goto(`${school.product.url}/login?next=/lessons/${lessonId}/view`)
  ;[lan, minh] = await Promise.all([
    openEditor(school, 'lan@truong.vn', lessonId),
    openEditor(school, 'minh@truong.vn', lessonId, network.url),
    fillLogin(phone, 'an@truong.vn'),
  ])
})

afterAll(async () => {
  await school?.close()
  await network?.close()
})

/** How many elements each page of the stored lesson has. */
const counts = async () => {
  const { content } = await teacher.ask<{ content: LessonContent }>('GET', `/api/lessons/${lessonId}`)
  return content.pages.map(({ elements }) => elements.length)
}
/** What the list beside the canvas says of the page that this teacher sees, the topmost first. */
const listed = ({ page }: EditorPage) => page.locator('[data-row]').allInnerTexts()
const cards = ({ page }: EditorPage) => page.locator('[data-page-card]')
/** Something dark on the phone's picture of that page? */
const isDrawnOn = (number: number) =>
  phone
    .locator('[data-page-id]')
    .nth(number - 1)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      return data.some((value, index) => index % 4 < 3 && value < 128)
    })

test('they begin on the same empty page: a title, and a sun that has its name in it', async () => {
  await lan.press('t')
  await lan.drag([100, 200], [600, 260])
  await lan.canType()
  await lan.type('Quang hợp là gì?')
  await minh.press('s')
  await minh.drag([620, 220], [780, 380])
  await minh.press('Enter')
  await minh.canType()
  await minh.type('Mặt trời')
  await Promise.all([lan.press('Escape'), minh.press('Escape')])
  for (const who of [lan, minh]) {
    await expect.poll(() => listed(who), soon).toContainEqual(expect.stringContaining('Quang hợp là gì?'))
    await expect.poll(async () => (await listed(who)).length, soon).toBe(2)
  }
  await phone.getByText('Quang hợp là gì?').waitFor()
  await phone.getByText('Mặt trời').waitFor()
})

test('one joins two cells by an arrow, the other brings a picture, each on a page of their own', async () => {
  for (let page = 2; page <= 5; page++) await lan.press('Control+m')
  await expect.poll(() => cards(minh).count(), soon).toBe(5)
  await cards(lan).nth(1).click()
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('s')
  await lan.drag([120, 260], [280, 380])
  await lan.press('Escape', 's')
  await lan.drag([560, 400], [720, 520])
  await lan.press('Escape', 'a')
  await lan.drag([200, 320], [640, 460])
  await cards(minh).nth(2).click()
  await minh.page.locator('[data-canvas]').focus()
  const choosing = minh.page.waitForEvent('filechooser')
  await minh.press('i')
  await minh.page.getByRole('button', { name: 'Chọn từ máy này' }).click()
  await (await choosing).setFiles({ name: 'la.png', mimeType: 'image/png', buffer: png(300, 200) })
  await minh.page.getByLabel('Mô tả ảnh').fill('Một chiếc lá xanh')
  await minh.page.getByLabel('Mô tả ảnh').blur()
  await expect.poll(counts, soon).toEqual([2, 3, 1, 0, 0])
  await expect.poll(() => phone.locator('[data-page-id]').count(), soon).toBe(5)
  await phone.getByRole('img', { name: 'Một chiếc lá xanh' }).waitFor()
  await expect.poll(() => isDrawnOn(2), soon).toBe(true)
  await cards(minh).nth(1).click()
  await expect.poll(async () => (await listed(minh)).length, soon).toBe(3)
})

test('one loses the network and draws on, the other goes on; then everybody has both', async () => {
  await lan.sees('Đã lưu')
  await minh.sees('Đã lưu')
  network.cut()
  await cards(minh).nth(3).click()
  await minh.page.locator('[data-canvas]').focus()
  await minh.press('p')
  await minh.drag([200, 300], [500, 450])
  await minh.drag([500, 300], [200, 450])
  await minh.sees('Mất mạng, chưa lưu')
  await cards(lan).nth(4).click()
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('t')
  await lan.drag([100, 260], [600, 320])
  await lan.canType()
  await lan.type('Em hãy trả lời')
  await lan.press('Escape')
  await phone.getByText('Em hãy trả lời').waitFor()
  expect(await isDrawnOn(4)).toBe(false)
  network.restore()
  await minh.sees('Đã lưu')
  await expect.poll(counts, soon).toEqual([2, 3, 1, 2, 1])
  await expect.poll(() => isDrawnOn(4), soon).toBe(true)
  await cards(lan).nth(3).click()
  await expect.poll(async () => (await listed(lan)).length, soon).toBe(2)
})

test('each takes back own steps, whatever the other did since, wherever they look', async () => {
  await cards(minh).nth(0).click()
  await minh.page.locator('[data-canvas]').focus()
  await minh.press('Control+z')
  await expect.poll(counts, soon).toEqual([2, 3, 1, 1, 1])
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('Control+z')
  // With its first letters the box itself goes: an empty one would stand there unseen.
  await expect.poll(counts, soon).toEqual([2, 3, 1, 1, 0])
  expect(await phone.getByText('Em hãy trả lời').count()).toBe(0)
  await minh.press('Control+Shift+z')
  await lan.press('Control+Shift+z')
  await phone.getByText('Em hãy trả lời').waitFor()
  await expect.poll(counts, soon).toEqual([2, 3, 1, 2, 1])
})

test('a page is copied by its keys, and pasted with its picture behind another', async () => {
  await cards(minh).nth(2).click()
  await minh.press('Control+c')
  await cards(minh).nth(4).click()
  await minh.press('Control+v')
  await expect.poll(counts, soon).toEqual([2, 3, 1, 2, 1, 1])
  await expect.poll(() => phone.getByRole('img', { name: 'Một chiếc lá xanh' }).count(), soon).toBe(2)
  // The page that was pasted is the one that is shown.
  await expect.poll(() => cards(minh).nth(5).getAttribute('aria-current'), soon).toBe('page')
})

test('nothing of it is wider than the phone', async () => {
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
