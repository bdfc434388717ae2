/** A video from the teacher's device onto a page, into the library, and to a pupil who plays it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { openSchool, type School } from '../support/school.ts'

let school: School
let teacher: ApiClient
let lessonId: number
let lan: EditorPage
let phone: Page

beforeAll(async () => {
  school = await openSchool({ VIDEO_LIMIT_BYTES: String(150 * 1024 * 1024) })
  teacher = await school.join('lan.phim@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('binh.phim@truong.vn', 'Trần Văn Bình', 'student')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Lá cây thở' })).id
  await teacher.ask('POST', `/api/lessons/${lessonId}/publish`, { is_public: true })
  lan = await openEditor(school, 'lan.phim@truong.vn', lessonId)
})

afterAll(() => school?.close())

const videos = async () => (await elementsOf(teacher, lessonId)).filter((element) => element.kind === 'video')

/** What a browser records of a canvas: a film that does not say how long it is. `seconds`: how long it was recorded, longer where all is slow. */
async function film(page: Page): Promise<{ buffer: Buffer; seconds: number }> {
  const { base64, seconds } = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 })
    const context = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const ended = new Promise((resolve) => (recorder.onstop = resolve))
    const began = performance.now()
    recorder.start()
    for (let frame = 0; frame < 16 && context; frame++) {
      context.fillStyle = `hsl(${frame * 20} 70% 45%)`
      context.fillRect(0, 0, 160, 90)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    recorder.stop()
    const seconds = (performance.now() - began) / 1000
    await ended
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    return { base64: btoa([...bytes].map((byte) => String.fromCharCode(byte)).join('')), seconds }
  })
  return { buffer: Buffer.from(base64, 'base64'), seconds }
}

test('a teacher uploads a video, and it stands on the page with its poster, its name and how long it is', async () => {
  const { buffer, seconds } = await film(lan.page)
  await lan.page.locator('[data-canvas]').focus()
  await lan.press('m')
  await lan.page.getByText('mỗi tệp tối đa 150 MB').waitFor()
  const choosing = lan.page.waitForEvent('filechooser')
  await lan.page.getByRole('button', { name: 'Chọn từ máy này' }).click()
  await (await choosing).setFiles({ name: 'Lá_cây thở.webm', mimeType: 'video/webm', buffer })
  await expect
    .poll(async () => (await videos())[0], soon)
    .toMatchObject({
      title: 'Lá cây thở',
      width: 160,
      height: 90,
      poster: expect.stringMatching(/^\/media\//) as string,
      duration: expect.closeTo(seconds, 0) as number,
    })
})

test('a pupil hears and fetches nothing of it until they press play, by the keyboard too', async () => {
  const asked: string[] = []
  phone = await school.openAs('binh.phim@truong.vn', `/lessons/${lessonId}/view`)
  phone.on('request', (request) => asked.push(request.url()))
  const play = phone.getByRole('button', { name: /^Phát: Lá cây thở, 0:\d\d$/ })
  await play.waitFor()
  expect([await phone.locator('video').count(), asked.filter((url) => url.includes('.webm'))]).toEqual([0, []])
  await play.focus()
  await phone.keyboard.press('Enter')
  const time = () => phone.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
  await expect.poll(time, soon).toBeGreaterThan(0)
  await phone.keyboard.press('Escape')
  await play.waitFor()
  expect(await play.evaluate((button) => button === document.activeElement)).toBe(true)
})

test('it is in the library, which tells where it is used; from the trash it comes back', async () => {
  const { page } = lan
  await page.goto(`${school.product.url}/library`)
  const card = page.getByRole('button', { name: /Lá_cây thở/ })
  await card.click()
  await page.getByRole('dialog').getByRole('link', { name: 'Lá cây thở' }).waitFor()
  await page.getByRole('button', { name: 'Bỏ vào thùng rác' }).click()
  await page.getByText('Thư viện còn trống').waitFor()
  await page.getByRole('button', { name: 'Thùng rác', exact: true }).click()
  await card.click()
  await page.getByRole('button', { name: 'Lấy ra khỏi thùng rác' }).click()
  await page.getByText('Thùng rác trống').waitFor()
  expect(await videos()).toHaveLength(1)
})
