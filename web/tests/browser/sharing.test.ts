/** A class, its pupils without e-mail, and a link: who gets them sees the lesson, live; what is taken back is gone at once. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { lanAddress } from '../support/lan-address.ts'
import { enterSchool, type School } from '../support/school.ts'

let school: School
let lan: ApiClient
let page: Page
let lessonId: number
const title = `Nước ${crypto.randomUUID().slice(0, 8)}`
const email = `lan.${crypto.randomUUID().slice(0, 8)}@truong.vn`

beforeAll(async () => {
  school = await enterSchool()
  lan = await school.join(email, 'Nguyễn Thị Lan', 'teacher')
  lessonId = (await lan.ask<{ id: number }>('POST', '/api/lessons/', { title })).id
  await lan.ask('POST', `/api/lessons/${lessonId}/publish`, { is_public: false })
  page = await school.openAs(email, '/classes')
})
afterAll(() => school?.close())

/** The list, with this lesson alone: others share the server, and their lessons may be newer. */
const found = () => `${school.product.url}/?q=${encodeURIComponent(title)}`

const shareDialog = async () => {
  await page.getByRole('button', { name: `Thao tác với “${title}”` }).click()
  await page.getByRole('menuitem', { name: 'Chia sẻ' }).click()
  return page.getByRole('dialog')
}

test('pupils of a pasted list log in with the codes on their cards, and read what is shared with the class', async () => {
  await page.getByLabel('Tên lớp mới').fill('6A')
  await page.getByRole('button', { name: 'Tạo lớp' }).click()
  await page.getByRole('button', { name: 'Thêm học sinh' }).first().click()
  await page.getByLabel('Họ và tên').fill('1. Lê Văn Tám\n2\tTrần Bình\tNam')
  await page.getByRole('button', { name: 'Tạo 2 tài khoản' }).click()
  const card = page.getByRole('listitem').filter({ hasText: 'Lê Văn Tám' })
  const address = `${lanAddress() ?? 'localhost'}:${school.product.port}`
  await card.getByText(`Vào ${address}`).waitFor()
  const code = await card.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/).innerText()
  await page.getByRole('button', { name: 'Xong' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Trần Bình' }).waitFor()

  await page.goto(found())
  const dialog = await shareDialog()
  await dialog.getByRole('tab', { name: 'Lớp' }).click()
  await dialog.getByRole('button', { name: 'Chia sẻ với lớp' }).click()
  await dialog.getByRole('button', { name: 'Ngừng chia sẻ với 6A' }).waitFor()

  const pupil = await (await school.newProfile()).newPage()
  await pupil.goto(`${school.product.url}/login`)
  await pupil.getByRole('button', { name: 'Em có mã thầy cô phát' }).click()
  await pupil.getByLabel('Mã của em').fill(code.toLowerCase())
  await pupil.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect.poll(() => new URL(pupil.url()).pathname, { timeout: 15_000 }).toBe('/')
  await pupil.goto(found())
  await pupil.getByRole('link', { name: title }).first().waitFor()
  await dialog.getByRole('button', { name: 'Ngừng chia sẻ với 6A' }).click()
  await expect.poll(() => pupil.getByRole('link', { name: title }).count(), { timeout: 10_000 }).toBe(0)
  await pupil.close()
  await page.keyboard.press('Escape')
})

test('who has a link and its code reads along without an account, until the link is taken back', async () => {
  const dialog = await shareDialog()
  await dialog.getByRole('tab', { name: 'Liên kết' }).click()
  await dialog.getByRole('switch').click()
  await dialog.getByRole('button', { name: 'Tạo liên kết' }).click()
  const address = await dialog.getByLabel('Địa chỉ liên kết').inputValue()
  const code = await dialog.locator('strong').innerText()

  const guest = await (await school.newProfile()).newPage()
  await guest.goto(address)
  await guest.getByLabel('Mã').fill(code === '000000' ? '111111' : '000000')
  await guest.getByRole('button', { name: 'Mở bài giảng' }).click()
  await guest.getByText('Mã này không đúng.').waitFor()
  await guest.getByLabel('Mã').fill(code)
  await guest.getByRole('button', { name: 'Mở bài giảng' }).click()
  await guest.getByRole('status').getByText('Trực tiếp').waitFor()
  await lan.ask('PATCH', `/api/lessons/${lessonId}`, { title: `${title} mới` })
  await guest.getByRole('heading', { name: `${title} mới` }).waitFor()
  await dialog.getByRole('button', { name: /^Thu hồi/ }).click()
  await guest.getByRole('alert').getByText('Không tìm thấy bài giảng này').waitFor({ timeout: 10_000 })
  await guest.reload()
  await guest.getByRole('alert').getByText('Liên kết này không dùng được').waitFor()
  await guest.close()
})

test('a colleague is found by name, made the author, and left as an editor', async () => {
  const name = `Hoa ${crypto.randomUUID().slice(0, 8)}`
  const hoa = await school.join(`hoa.${crypto.randomUUID().slice(0, 8)}@truong.vn`, name, 'teacher')
  await page.keyboard.press('Escape')
  await page.goto(found())
  await page.getByRole('button', { name: new RegExp(`Thao tác với “${title}`) }).click()
  await page.getByRole('menuitem', { name: 'Chia sẻ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Thêm người bằng tên hoặc email' }).fill(name.toLowerCase())
  await page.getByRole('option', { name }).click()
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await dialog.getByLabel(`Quyền của ${name}`).selectOption('author')
  await dialog.getByRole('button', { name: 'Giao làm tác giả' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const seen = await hoa.ask<{ allowed: string[] }>('GET', `/api/lessons/${lessonId}`)
  expect(seen.allowed).toContain('share')
})
