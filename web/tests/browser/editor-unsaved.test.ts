/** What is not saved survives: crashes, refusals, a database that is away; and it is nobody else's. */
import { readFileSync } from 'node:fs'
import { contentSchema } from '@anawim/lesson'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { processTree } from '../../../scripts/testing/process-tree.ts'
import { type EditorPage, editorOn, elementsOf, openEditor, openTab, soon } from '../support/editor-page.ts'
import { fillLogin, openSchool, type OwnSchool } from '../support/school.ts'
import { type WeakNetwork, weakNetwork } from '../support/weak-network.ts'

let school: OwnSchool
let network: WeakNetwork
let teacher: ApiClient

beforeAll(async () => {
  school = await openSchool()
  network = await weakNetwork(school.product.port)
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('minh@truong.vn', 'Trần Minh', 'teacher')
})

afterAll(async () => {
  await network?.close()
  await school?.close()
})

const newLesson = async (title: string) => (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title })).id
/** Once the page has fetched what it may come to need: the code of tools comes after the page. */
async function cutNetwork(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  network.cut()
}

const openLan = (lessonId: number) => openEditor(school, 'lan@truong.vn', lessonId, network.url)
const count = async (lessonId: number) => (await elementsOf(teacher, lessonId)).length

/** Draws a rectangle; `place` keeps them apart. */
async function draw(editor: EditorPage, place: number): Promise<void> {
  await editor.press('Escape', 's')
  await editor.drag([100 + place * 90, 200], [160 + place * 90, 260])
}
/** The page is gone without having been asked. */
async function crash({ page }: EditorPage): Promise<void> {
  await page.goto('chrome://crash').catch(() => undefined)
}
/** PostgreSQL stands still, and goes on. */
function signalPostgres(signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of processTree(school.product.pids().postgres)) process.kill(pid, signal)
}
const entries = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('anawim.journal').onsuccess = ({ target }) => {
          const db = (target as IDBOpenDBRequest).result
          db.transaction('edits').objectStore('edits').count().onsuccess = (counted) => {
            db.close()
            resolve((counted.target as IDBRequest<number>).result)
          }
        }
      }),
  )

test('what was drawn without a network is there again after a crash, once, and is told', async () => {
  const lessonId = await newLesson('Quang hợp')
  const lan = await openLan(lessonId)
  await draw(lan, 0)
  await lan.sees('Đã lưu')
  await cutNetwork(lan.page)
  await lan.sees('Mất mạng, chưa lưu')
  await draw(lan, 1)
  await draw(lan, 2)
  await crash(lan)
  network.restore()
  expect(await count(lessonId)).toBe(1)
  const [one, other] = await Promise.all([openTab(lan), openTab(lan)])
  await expect.poll(() => count(lessonId), soon).toBe(3)
  await Promise.all([one.sees('Đã lưu'), other.sees('Đã lưu')])
  // One of the two tabs has brought them.
  await expect
    .poll(async () => {
      const told = await Promise.all([one, other].map(({ page }) => page.getByText(/Đã đưa lại \d thay đổi/).count()))
      return told.toSorted((some, others) => some - others)
    }, soon)
    .toEqual([0, 1])
  await expect.poll(() => entries(one.page), soon).toBe(0)
  await one.press('Escape', 'Control+a')
  await expect.poll(() => one.spoken(), soon).toBe('3 đối tượng')
  // A third time, nothing comes back.
  const third = await openTab(lan)
  await third.sees('Đã lưu')
  expect(await third.page.getByText(/Đã đưa lại/).count()).toBe(0)
  await lan.page.context().close()
})

test('another person at the same device gets nothing of it, and may say that it is a shared one', async () => {
  const lessonId = await newLesson('Chung')
  await teacher.ask('POST', `/api/lessons/${lessonId}/members`, { email: 'minh@truong.vn', role: 'editor' })
  const lan = await openLan(lessonId)
  await lan.sees('Đã lưu')
  await cutNetwork(lan.page)
  await draw(lan, 0)
  await crash(lan)
  network.restore()
  const page = await lan.page.context().newPage()
  // Lan’s session has ended, and she never logged out.
  await page.goto(`${network.url}/login`)
  await page.evaluate(() => localStorage.removeItem('anawim.access_token'))
  await page.goto(`${network.url}/login?next=${encodeURIComponent(`/lessons/${lessonId}`)}`)
  await page.getByLabel('Đây là thiết bị dùng chung').check()
  await fillLogin(page, 'minh@truong.vn')
  const minh = await editorOn(page)
  await minh.sees('Đã lưu')
  expect(await count(lessonId)).toBe(0)
  expect(await page.getByText(/Đã đưa lại/).count()).toBe(0)
  // Lan’s is still there, for when she comes back; nothing of Minh’s is added to it.
  await cutNetwork(page)
  await draw(minh, 0)
  await page.waitForTimeout(200)
  expect(await entries(page)).toBe(1)
  network.restore()
  await page.context().close()
})

test('while the database stands still nothing is called saved, and logging out asks; gone back to the list, the edit is saved all the same', async () => {
  const lessonId = await newLesson('Tạm dừng')
  const lan = await openLan(lessonId)
  const { page } = lan
  const askToLogOut = async () => {
    await page.getByRole('button', { name: 'Tài khoản của Nguyễn Thị Lan' }).click()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  }
  const dialog = page.getByRole('dialog', { name: 'Đăng xuất và mất thay đổi?' })
  await lan.sees('Đã lưu')
  signalPostgres('SIGSTOP')
  try {
    await draw(lan, 0)
    await lan.sees('Chưa lưu, đang thử lại')
    await draw(lan, 1)
    await page.waitForTimeout(500)
    await lan.sees('Chưa lưu, đang thử lại')
    await page.getByRole('link', { name: 'Về danh sách bài' }).click()
    await askToLogOut()
    await dialog.getByRole('link', { name: 'Tạm dừng' }).waitFor()
    await dialog.getByRole('button', { name: 'Ở lại' }).click()
  } finally {
    signalPostgres('SIGCONT')
  }
  await expect.poll(() => count(lessonId), soon).toBe(2)
  await expect.poll(() => entries(page), soon).toBe(0)
  // And once more, to go nevertheless.
  await page.goto(`${network.url}/lessons/${lessonId}`)
  await lan.sees('Đã lưu')
  signalPostgres('SIGSTOP')
  try {
    await draw(lan, 2)
    await page.getByRole('link', { name: 'Về danh sách bài' }).click()
    await askToLogOut()
    await dialog.getByRole('button', { name: 'Vẫn đăng xuất' }).click()
    await page.waitForURL('**/login')
    await expect.poll(() => entries(page), soon).toBe(0)
  } finally {
    signalPostgres('SIGCONT')
  }
  await page.context().close()
})

test('a refused change: the lesson opens anew by itself, a copy can be taken, and the change be put back', async () => {
  const lessonId = await newLesson('Bị từ chối')
  const lan = await openLan(lessonId)
  await draw(lan, 0)
  await lan.sees('Đã lưu')
  const { page } = lan
  // What leaves next is damaged on its way.
  await page.evaluate(() => {
    const { send } = WebSocket.prototype
    WebSocket.prototype.send = function (data) {
      // Name, type (0: sync), step (2: update), and its bytes.
      const name = data instanceof Uint8Array ? (data[0] ?? 0) : 0
      const isUpdate = data instanceof Uint8Array && data[name + 1] === 0 && data[name + 2] === 2
      if (isUpdate) WebSocket.prototype.send = send
      send.call(this, isUpdate ? data.map((byte, place) => (place > 20 ? 255 : byte)) : data)
    }
  })
  await draw(lan, 1)
  const dialog = page.getByRole('dialog', { name: 'Những thay đổi cuối chưa lưu được' })
  await dialog.waitFor()
  expect(await count(lessonId)).toBe(1)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Tải bản sao về' }).click()
  const copy = contentSchema.parse(JSON.parse(readFileSync(await (await download).path(), 'utf8')))
  expect(copy.pages[0]?.elements).toHaveLength(2)
  await dialog.getByRole('button', { name: 'Đưa thay đổi trở lại' }).click()
  await lan.sees('Đã lưu')
  await expect.poll(() => count(lessonId), soon).toBe(2)
  await expect.poll(() => entries(page), soon).toBe(0)
  await draw(lan, 2)
  await lan.sees('Đã lưu')
  await page.context().close()
})

test('a page that is too old is told, and the edits come along when it is loaded anew', async () => {
  const lessonId = await newLesson('Trang cũ')
  const lan = await openLan(lessonId)
  await lan.sees('Đã lưu')
  const { page } = lan
  const error = { code: 'client_outdated', message: '', request_id: '' }
  await page.route('**/collab-token', (route) => route.fulfill({ status: 409, json: { error } }))
  await cutNetwork(page)
  await lan.sees('Mất mạng, chưa lưu')
  await draw(lan, 0)
  network.restore()
  const dialog = page.getByRole('dialog', { name: 'Trang này đã cũ' })
  await dialog.getByText('được giữ trong trình duyệt này').waitFor()
  await page.unroute('**/collab-token')
  await dialog.getByRole('button', { name: 'Tải lại' }).click()
  await page.getByText(/Đã đưa lại 1 thay đổi/).waitFor()
  await lan.sees('Đã lưu')
  await expect.poll(() => count(lessonId), soon).toBe(1)
  await page.context().close()
})

test('who may edit no more takes the unsaved changes home', async () => {
  const lessonId = await newLesson('Thu hồi')
  await teacher.ask('POST', `/api/lessons/${lessonId}/members`, { email: 'minh@truong.vn', role: 'editor' })
  const minh = await openEditor(school, 'minh@truong.vn', lessonId, network.url)
  await minh.sees('Đã lưu')
  await cutNetwork(minh.page)
  await minh.sees('Mất mạng, chưa lưu')
  await draw(minh, 0)
  await crash(minh)
  const { items } = await teacher.ask<{ items: { user: { id: number; full_name: string } }[] }>(
    'GET',
    `/api/lessons/${lessonId}/members`,
  )
  const member = items.find(({ user }) => user.full_name === 'Trần Minh')
  await teacher.ask('DELETE', `/api/lessons/${lessonId}/members/${member?.user.id}`)
  network.restore()
  const page = await minh.page.context().newPage()
  await page.goto(minh.page.url())
  await page.getByRole('heading', { name: 'Bạn còn thay đổi chưa lưu ở đây' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải bản sao về' }).click()
  const copy = contentSchema.parse(JSON.parse(readFileSync(await (await download).path(), 'utf8')))
  expect(copy.pages[0]?.elements).toHaveLength(1)
  await page.getByRole('button', { name: 'Bỏ đi' }).click()
  await page.waitForURL(`**/lessons/${lessonId}/view`)
  await page.context().close()
})
