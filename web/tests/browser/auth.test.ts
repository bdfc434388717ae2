/** The doors: registering, logging in and out, and a session that ends for nobody who is still there. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillLogin, openSchool, password, type School } from '../support/school.ts'

/** Short enough to see it end. */
const TOKEN_SECONDS = 5

let school: School
let context: BrowserContext
let page: Page

beforeAll(async () => {
  school = await openSchool({ ACCESS_TOKEN_SECONDS: String(TOKEN_SECONDS) })
  await school.join('minh@truong.vn', 'Trần Minh', 'teacher')
  context = await school.newProfile()
  page = await context.newPage()
})

afterAll(() => school?.close())

const at = (path: string) => school.product.url + path
const held = (which: Page) => which.evaluate(() => localStorage.getItem('anawim.access_token'))

/** Waits until a field is marked as wrong and is described, for screen readers too, by these words. */
async function expectComplaint(which: Page, label: string, words: string): Promise<void> {
  const field = which.getByLabel(label, { exact: true })
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
  await expect
    .poll(async () => {
      const ids = (await field.getAttribute('aria-describedby'))?.split(/\s+/) ?? []
      return (await Promise.all(ids.map((id) => which.locator(`[id="${id}"]`).innerText()))).join(' ')
    })
    .toContain(words)
}

test('without a login every page leads to it, and says what is missing field by field', async () => {
  await page.goto(at('/?q=ph%C3%A2n'))
  await page.waitForURL('**/login?next=*')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expectComplaint(page, 'Email', 'Hãy nhập email.')
  await expectComplaint(page, 'Mật khẩu', 'Hãy nhập mật khẩu.')
})

test('a wrong password is told without saying which part was wrong', async () => {
  await fillLogin(page, 'minh@truong.vn', 'khong-phai')
  await page.getByRole('alert').getByText('Email hoặc mật khẩu không đúng.').waitFor()
})

test('registering tells each wrong field, the server’s reasons too', async () => {
  await page.getByRole('link', { name: 'Đăng ký' }).click()
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expectComplaint(page, 'Họ và tên', 'Hãy nhập họ và tên.')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
  await page.getByLabel('Email').fill('minh@truong')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn')
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expectComplaint(page, 'Email', 'địa chỉ email đúng')
  await expectComplaint(page, 'Mật khẩu', 'ít nhất 8 ký tự')
  await page.getByLabel('Email').fill('minh@truong.vn')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await page.getByText('Email này đã có tài khoản.').waitFor()
})

test('after registering one is back at where one wanted to be', async () => {
  await page.getByLabel('Email').fill('lan@truong.vn')
  await page.getByRole('radio', { name: 'Giáo viên' }).click()
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await page.waitForURL(at('/?q=ph%C3%A2n'))
  await page.getByRole('button', { name: 'Tài khoản của Nguyễn Thị Lan' }).waitFor()
})

test('an address of another site is never gone to', async () => {
  await page.goto(at('/login?next=//evil.example/'))
  await page.waitForURL(at('/'))
})

test('two tabs outlive the token without anybody noticing', async () => {
  const other = await context.newPage()
  const gone: string[] = []
  for (const tab of [page, other]) {
    await tab.goto(at('/'))
    tab.on('framenavigated', (frame) => frame.url().includes('/login') && gone.push(frame.url()))
  }
  const before = await held(page)
  await page.waitForTimeout((TOKEN_SECONDS + 3) * 1000)
  // A tab that does not know when the token ends learns it from the server's refusal.
  await other.evaluate(() => localStorage.removeItem('anawim.access_token_renew_at'))
  await other.waitForTimeout((TOKEN_SECONDS + 2) * 1000)
  for (const tab of [page, other]) {
    await tab.getByRole('searchbox').fill(`tìm ${Math.random()}`)
    await tab.getByText('Không tìm thấy bài giảng nào').waitFor()
  }
  expect(await held(page)).not.toBe(before)
  expect(await held(other)).toBe(await held(page))
  expect(gone).toEqual([])
  await other.close()
})

test('who logs out is out in every tab', async () => {
  const other = await context.newPage()
  await other.goto(at('/'))
  await other.getByRole('heading', { name: 'Bài giảng', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Tài khoản của' }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.waitForURL(at('/login'))
  await other.waitForURL(at('/login'))
  expect(await held(other)).toBeNull()
  await other.close()
})

test('the language is switched at once, named in the page, and remembered', async () => {
  await page.getByText('EN', { exact: true }).click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.reload()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
})
