/** The dashboard: Cô Lan makes and shares lessons; Thầy Minh and the student An see it happen. */
import type { LessonContent } from '@anawim/lesson'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { openSchool, type School } from '../support/school.ts'

/** What others do is on the screen this soon, without a reload. Milliseconds. */
const SOON = { timeout: 15_000 }

let school: School
let teacher: ApiClient
let lan: Page
let minh: Page
let an: Page

beforeAll(async () => {
  school = await openSchool()
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('minh@truong.vn', 'Trần Minh', 'teacher')
  await school.join('an@truong.vn', 'Lê An', 'student')
  lan = await school.openAs('lan@truong.vn')
  minh = await school.openAs('minh@truong.vn')
  an = await school.openAs('an@truong.vn')
})

afterAll(() => school?.close())

const card = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })
const titles = (page: Page) => page.getByRole('heading', { level: 2 }).allInnerTexts()

async function choose(page: Page, title: string, action: string): Promise<void> {
  const menu = page.getByRole('button', { name: `Thao tác với “${title}”` })
  await menu.and(page.locator('[aria-haspopup=menu]')).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('who has no lessons is told what to do: teachers to begin, students to wait', async () => {
  await lan.getByText('Bắt đầu bài giảng đầu tiên').waitFor()
  await an.getByText('Chưa có bài giảng nào').waitFor()
  expect(await an.getByRole('button', { name: 'Tạo bài giảng' }).count()).toBe(0)
})

test('a lesson is made with title, level and topic, and opens', async () => {
  await lan.getByRole('button', { name: 'Tạo bài giảng' }).first().click()
  await lan.getByRole('button', { name: 'Tạo và mở' }).click()
  await lan.getByText('Hãy đặt tên cho bài giảng.').waitFor()
  await lan.getByLabel('Tên bài giảng').fill('Phân số')
  await lan.getByLabel('Khối lớp').and(lan.locator('input')).fill('Lớp 4')
  await lan.getByLabel('Chủ đề').and(lan.locator('input')).fill('Toán')
  await lan.getByRole('button', { name: 'Tạo và mở' }).click()
  await lan.waitForURL(/\/lessons\/\d+$/)
  await lan.goto(`${school.product.url}/`)
  await card(lan, 'Phân số').getByText('Bản nháp').waitFor()
})

test('it is renamed', async () => {
  await choose(lan, 'Phân số', 'Đổi tên')
  await lan.getByLabel('Tên bài giảng').fill('Phân số và số thập phân')
  await lan.getByRole('button', { name: 'Lưu' }).click()
  await card(lan, 'Phân số và số thập phân').waitFor()
})

test('shared with a colleague by e-mail it appears in their list; a stranger’s e-mail is told', async () => {
  await choose(lan, 'Phân số và số thập phân', 'Chia sẻ')
  const dialog = lan.getByRole('dialog')
  await dialog.getByLabel('Thêm người bằng tên hoặc email').fill('ai@truong.vn')
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await dialog.getByText('Không có tài khoản nào dùng email này.').waitFor()
  await dialog.getByLabel('Thêm người bằng tên hoặc email').fill('minh@truong.vn')
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await dialog.getByText('Trần Minh').waitFor()
  await card(minh, 'Phân số và số thập phân').waitFor(SOON)
  await lan.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

test('published to everyone it appears to the student, and is renamed there too, live', async () => {
  await choose(lan, 'Phân số và số thập phân', 'Xuất bản')
  await lan.getByRole('dialog').getByRole('button', { name: 'Xuất bản' }).click()
  await card(lan, 'Phân số và số thập phân').getByText('Đã xuất bản').waitFor()
  await card(an, 'Phân số và số thập phân').waitFor(SOON)
  const [lesson] = (await teacher.ask<{ items: { id: number }[] }>('GET', '/api/lessons/')).items
  await teacher.ask('PATCH', `/api/lessons/${lesson?.id}`, { title: 'Phân số là gì?' })
  await card(an, 'Phân số là gì?').waitFor(SOON)
  expect(await card(an, 'Phân số là gì?').getByRole('link').getAttribute('href')).toMatch(/^\/lessons\/\d+\/view$/)
})

test('shown only to people one adds, it leaves the others', async () => {
  await choose(lan, 'Phân số là gì?', 'Ai được xem')
  await lan.getByRole('radio', { name: 'Chỉ những người tôi thêm' }).click()
  await lan.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  await card(an, 'Phân số là gì?').waitFor({ state: 'hidden', ...SOON })
})

test('deleted it can be taken back at once, or from the trash later', async () => {
  await choose(lan, 'Phân số là gì?', 'Chuyển vào thùng rác')
  await card(lan, 'Phân số là gì?').waitFor({ state: 'hidden' })
  await lan.getByRole('button', { name: 'Hoàn tác' }).click()
  await card(lan, 'Phân số là gì?').waitFor()

  await choose(lan, 'Phân số là gì?', 'Chuyển vào thùng rác')
  await card(minh, 'Phân số là gì?').waitFor({ state: 'hidden', ...SOON })
  await lan.getByText('Thùng rác', { exact: true }).click()
  await choose(lan, 'Phân số là gì?', 'Khôi phục')
  await lan.getByText('Thùng rác trống').waitFor()
  await lan.getByRole('link', { name: 'Bài giảng', exact: true }).click()
  await card(lan, 'Phân số là gì?').waitFor()
})

test('search, filters and pages are in the address, and the back button knows them', async () => {
  for (let number = 1; number <= 26; number++) {
    await teacher.ask('POST', '/api/lessons/', { title: `Ôn tập ${number}`, level: 'Lớp 5' })
  }
  await lan.getByRole('status').getByText('27 bài giảng').waitFor(SOON)
  await lan.getByRole('button', { name: 'Trang 2', exact: true }).click()
  await expect.poll(() => titles(lan)).toHaveLength(3)
  expect(lan.url()).toContain('page=2')
  await lan.goBack()
  await expect.poll(() => titles(lan)).toHaveLength(24)

  await lan.getByLabel('Khối lớp').selectOption('Lớp 4')
  await expect.poll(() => titles(lan)).toEqual(['Phân số là gì?'])
  await lan.getByRole('searchbox').fill('on tap 26')
  await lan.getByRole('button', { name: 'Bỏ từ khoá và bộ lọc' }).click()
  await expect.poll(() => titles(lan)).toHaveLength(24)
  await lan.getByRole('searchbox').fill('on tap 26')
  await expect.poll(() => titles(lan)).toEqual(['Ôn tập 26'])
  expect(lan.url()).toContain('q=on+tap+26')
})

test('lessons are kept in folders and among favourites, one or many at a time', async () => {
  await lan.getByRole('checkbox', { name: 'Chọn “Ôn tập 26”' }).check()
  await lan.getByRole('button', { name: 'Chuyển đến thư mục' }).click()
  await lan.getByRole('menuitem', { name: 'Thư mục mới…' }).click()
  await lan.getByLabel('Tên thư mục').fill('Học kì 1')
  await lan.getByRole('button', { name: 'Lưu' }).click()
  const folder = lan.getByRole('link', { name: 'Học kì 1 1' })
  await folder.waitFor()
  await card(lan, 'Ôn tập 26').getByRole('button', { name: 'Yêu thích “Ôn tập 26”' }).click()
  await lan.getByRole('link', { name: 'Yêu thích', exact: true }).click()
  await expect.poll(() => titles(lan)).toEqual(['Ôn tập 26'])
  await folder.click()
  await lan.getByRole('heading', { level: 1, name: 'Học kì 1' }).waitFor()
  await expect.poll(() => titles(lan)).toEqual(['Ôn tập 26'])
})

test('a card that is dragged to a folder is in it; of those that are chosen, all go; by keys it comes out again', async () => {
  await lan.goto(`${school.product.url}/?q=on+tap+2`)
  const link = (title: string) => card(lan, title).getByRole('link', { name: title })
  const folder = (count: number) => lan.getByRole('link', { name: `Học kì 1 ${count}` })
  await link('Ôn tập 25').dragTo(folder(1))
  await folder(2).waitFor()

  for (const title of ['Ôn tập 23', 'Ôn tập 24']) await lan.getByRole('checkbox', { name: `Chọn “${title}”` }).check()
  await link('Ôn tập 23').dragTo(folder(2))
  await folder(4).click()
  await expect
    .poll(async () => (await titles(lan)).toSorted())
    .toEqual(['Ôn tập 23', 'Ôn tập 24', 'Ôn tập 25', 'Ôn tập 26'])

  for (const title of ['Ôn tập 23', 'Ôn tập 24', 'Ôn tập 25']) {
    await link(title).focus()
    await lan.keyboard.press('x')
  }
  await lan.getByRole('button', { name: 'Chuyển đến thư mục' }).focus()
  await lan.keyboard.press('Enter')
  await lan.getByRole('menuitem').first().waitFor()
  await press('ArrowDown', lan.getByRole('menuitem', { name: 'Không để trong thư mục' }))
  await lan.keyboard.press('Enter')
  await expect.poll(() => titles(lan)).toEqual(['Ôn tập 26'])
})

test('a lesson begins with what its template holds', async () => {
  await lan.getByRole('button', { name: 'Tạo bài giảng' }).first().click()
  await lan.getByRole('searchbox', { name: 'Tìm mẫu' }).fill('thi nghiem')
  await lan.getByRole('radio', { name: 'Thí nghiệm' }).check()
  await lan.getByLabel('Tên bài giảng').fill('Nước sôi')
  await lan.getByRole('button', { name: 'Tạo và mở' }).click()
  await lan.waitForURL(/\/lessons\/\d+$/)
  const id = Number(lan.url().split('/').at(-1))
  const { content } = await teacher.ask<{ content: LessonContent }>('GET', `/api/lessons/${id}`)
  expect(content.pages.map(({ name }) => name)).toEqual(['Thí nghiệm', 'Cách làm và kết quả'])
  await teacher.ask('DELETE', `/api/lessons/${id}`)
  await lan.goto(`${school.product.url}/?q=on+tap+26`)
})

/** Presses a key of Cô Lan's until this has the focus. */
async function press(key: string, goal: Locator): Promise<void> {
  for (let step = 0; step < 30; step++) {
    await lan.keyboard.press(key)
    if (await goal.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`thirty times ${key} did not lead there`)
}

test('all of it is done without a mouse', async () => {
  await lan.getByRole('searchbox').focus()
  await press('Tab', lan.getByRole('link', { name: 'Ôn tập 26' }))
  await lan.keyboard.press('Tab')
  await lan.keyboard.press('Enter')
  await lan.getByRole('menuitem').first().waitFor()
  await press('ArrowDown', lan.getByRole('menuitem', { name: 'Chuyển vào thùng rác' }))
  await lan.keyboard.press('Enter')
  await lan.getByText('Đã chuyển “Ôn tập 26” vào thùng rác.').waitFor()
})
