/** What one read last is there when no server is, and for nobody after one has left: with the real service worker, over https. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soon } from '../support/editor-page.ts'
import { enterSchool, fillLogin, type School } from '../support/school.ts'
import { selfSigned } from '../support/self-signed.ts'
import { type WeakNetwork, weakNetwork } from '../support/weak-network.ts'

const email = `lan.${crypto.randomUUID().slice(0, 8)}@truong.vn`

let school: School
let network: WeakNetwork
let page: Page
let lessonId: number

beforeAll(async () => {
  // The browser registers service workers for none but whom it trusts.
  school = await enterSchool(['--ignore-certificate-errors'])
  network = await weakNetwork(school.product.port, selfSigned('localhost'))
  const lan = await school.join(email, 'Nguyễn Thị Lan', 'teacher')
  const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lá cây thở' }] }] }
  const elements = [{ id: 'e1', kind: 'text', x: 80, y: 60, width: 600, height: 90, rotation: 0, text }]
  const content = {
    version: 1,
    pages: [{ id: 'p1', name: 'Trang 1', width: 1280, height: 720, background: '#ffffff', elements }],
  }
  lessonId = (await lan.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Quang hợp', content })).id
  page = await (await school.newProfile()).newPage()
})

afterAll(async () => {
  await network?.close()
  await school?.close()
})

const at = (path: string) => network.url + path
/** The addresses of the lessons that this browser keeps. */
const kept = () =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('anawim-lessons-'))
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

test('a teacher who was in the dashboard and in a lesson finds both without a server', async () => {
  await page.goto(at('/login'))
  await fillLogin(page, email)
  await page.getByText('Quang hợp').first().waitFor()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), soon).toBe('activated')
  await page.getByRole('link', { name: 'Quang hợp' }).first().click()
  await expect.poll(kept, soon).toEqual([`/api/lessons/${lessonId}/live`])

  network.cut()
  await page.goto(at('/'))
  await page.getByRole('heading', { name: 'Chưa kết nối được' }).waitFor()
  await page.getByRole('navigation', { name: 'Bài giảng xem được khi ngoại tuyến' }).getByRole('link').click()
  await page.waitForURL(at(`/lessons/${lessonId}/view`))
  await page.locator('.lesson-text', { hasText: 'Lá cây thở' }).waitFor()
})

test('who logs out leaves nothing of it', async () => {
  network.restore()
  await page.goto(at('/'))
  await page.getByRole('button', { name: 'Tài khoản của' }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.waitForURL(at('/login'))
  await expect.poll(kept, soon).toEqual([])
  network.cut()
  await page.goto(at(`/lessons/${lessonId}/view`))
  await page.waitForURL(at('/login?**'))
  expect(await page.getByText('Lá cây thở').count()).toBe(0)
})
