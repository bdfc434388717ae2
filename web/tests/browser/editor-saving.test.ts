/** Saved means saved: offline and back, the Save button, leaving, and what a browser takes home. */
import { readFileSync } from 'node:fs'
import { contentSchema } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { openSchool, type OwnSchool } from '../support/school.ts'
import { type WeakNetwork, weakNetwork } from '../support/weak-network.ts'

let school: OwnSchool
let network: WeakNetwork
let teacher: ApiClient
let lessonId: number
let lan: EditorPage
let other: EditorPage

beforeAll(async () => {
  school = await openSchool()
  network = await weakNetwork(school.product.port)
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Quang hợp' })).id
  lan = await openEditor(school, 'lan@truong.vn', lessonId, network.url)
  other = await openEditor(school, 'lan@truong.vn', lessonId)
})

afterAll(async () => {
  await network?.close()
  await school?.close()
})

const count = async () => (await elementsOf(teacher, lessonId)).length

test('what the page calls saved is in the database', async () => {
  await lan.press('s')
  await lan.drag([120, 200], [200, 260])
  await lan.sees('Đã lưu')
  await expect.poll(count, soon).toBe(1)
})

test('offline one goes on, is told, and leaving is asked back', async () => {
  // Once the page has fetched what it may come to need: the code of tools comes after the page.
  await lan.page.waitForLoadState('networkidle')
  network.cut()
  await lan.sees('Mất mạng, chưa lưu')
  await lan.press('s')
  await lan.drag([300, 200], [380, 260])
  await lan.press('Escape', 's')
  await lan.drag([300, 300], [380, 360])
  await other.press('s')
  await other.drag([500, 200], [580, 260])
  await expect.poll(count, soon).toBe(2)
  const isAskedBack = await lan.page.evaluate(
    () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  )
  expect(isAskedBack).toBe(true)
})

test('the Save button tells that it still waits', async () => {
  await lan.press('Control+s')
  await lan.page.getByText('Chưa lưu được. Sẽ lưu ngay khi kết nối lại được máy chủ.').waitFor()
})

test('back again, both sides’ work is there, once', async () => {
  network.restore()
  await lan.sees('Đã lưu')
  await expect.poll(count, soon).toBe(4)
  await other.press('Escape', 'Control+a')
  await expect.poll(() => other.spoken(), soon).toBe('4 đối tượng')
  await lan.press('Escape', 'Control+a')
  await expect.poll(() => lan.spoken(), soon).toBe('4 đối tượng')
})

test('the Save button confirms when everything is committed', async () => {
  await lan.press('ArrowRight', 'Control+s')
  await lan.page.locator('.mantine-Notification-root', { hasText: 'Đã lưu' }).waitFor()
})

test('everything is killed and started again: the page comes back by itself, with all that both had made', async () => {
  await other.press('Escape', 's')
  await other.drag([500, 300], [580, 360])
  await other.sees('Đã lưu')
  await school.product.kill9()
  await other.sees('Mất mạng, chưa lưu')
  await other.press('Escape', 's')
  await other.drag([500, 400], [580, 460])
  await school.product.restart()
  await Promise.all([lan.sees('Đã lưu'), other.sees('Đã lưu')])
  await expect.poll(count, soon).toBe(6)
  await lan.press('Escape', 'Control+a')
  await expect.poll(() => lan.spoken(), soon).toBe('6 đối tượng')
})

test('the lesson is taken home as JSON, and a page as a picture', async () => {
  const take = async (item: string) => {
    await lan.page.getByRole('button', { name: 'Thêm', exact: true }).click()
    const download = lan.page.waitForEvent('download')
    await lan.page.getByRole('menuitem', { name: item }).click()
    return await download
  }
  const json = await take('Tải về dạng JSON')
  expect(json.suggestedFilename()).toBe('Quang hợp.json')
  const content = contentSchema.parse(JSON.parse(readFileSync(await json.path(), 'utf8')))
  expect(content.pages[0]?.elements).toHaveLength(6)
  const png = await take('Tải trang về dạng PNG')
  const bytes = readFileSync(await png.path())
  // Width and height stand at the beginning of a PNG: twice the page's.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2560, 1440])
})

test('a reader is led to the readers’ page, and a stranger learns nothing', async () => {
  await school.join('mai@truong.vn', 'Mai', 'teacher')
  const mai = await school.openAs('mai@truong.vn', `/lessons/${lessonId}`)
  await mai.getByRole('heading', { name: 'Không tìm thấy bài này' }).waitFor()
  await teacher.ask('POST', `/api/lessons/${lessonId}/members`, { email: 'mai@truong.vn', role: 'viewer' })
  await mai.goto(`${school.product.url}/lessons/${lessonId}`)
  await mai.waitForURL(`**/lessons/${lessonId}/view`)
})
