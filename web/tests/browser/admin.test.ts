/** The admin: sees everybody and every lesson, suspends, and changes roles; it takes effect at once. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { fillLogin, openSchool, type School } from '../support/school.ts'

let school: School
let teacher: ApiClient
let admin: Page
let lan: Page

beforeAll(async () => {
  school = await openSchool()
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('an@truong.vn', 'Lê An', 'student')
  await teacher.ask('POST', '/api/lessons/', { title: 'Bản nháp của Lan' })
  const { adminEmail, adminPassword } = school.product
  admin = await school.openAs(adminEmail, '/admin', adminPassword)
  lan = await school.openAs('lan@truong.vn')
})

afterAll(() => school?.close())

const row = (name: string) => admin.getByRole('row').filter({ hasText: name })

async function choose(name: string, action: string): Promise<void> {
  await admin.getByRole('button', { name: `Thao tác với ${name}` }).click()
  await admin.getByRole('menuitem', { name: action }).click()
}

test('for everybody else the page is not there', async () => {
  const other = await school.openAs('lan@truong.vn', '/admin')
  await other.getByRole('heading', { name: 'Không tìm thấy trang' }).waitFor()
  await other.close()
})

test('people are found by name, accents or not, and by role', async () => {
  await admin.getByRole('searchbox').fill('nguyen thi')
  await expect.poll(() => admin.locator('tbody tr').count()).toBe(1)
  await row('lan@truong.vn').waitFor()
  await admin.getByRole('searchbox').fill('')
  await admin.getByLabel('Vai trò').selectOption('student')
  await expect.poll(() => admin.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('Lê An')])
  await admin.getByLabel('Vai trò').selectOption('')
  await expect.poll(() => admin.locator('tbody tr').count()).toBe(3)
})

test('who is suspended is out at once, and is told why when they come back', async () => {
  await lan.getByText('Bản nháp của Lan').waitFor()
  // The page is connected: only then is "at once" a promise.
  await lan.waitForTimeout(1_000)
  await choose('Nguyễn Thị Lan', 'Tạm khoá tài khoản')
  await admin.getByRole('dialog').getByRole('button', { name: 'Tạm khoá tài khoản' }).click()
  await row('lan@truong.vn').getByText('Đã tạm khoá').waitFor()
  await lan.waitForURL('**/login**', { timeout: 10_000 })
  await fillLogin(lan, 'lan@truong.vn')
  await lan.getByRole('alert').getByText('Tài khoản này đã bị tạm khoá').waitFor()
})

test('activated again they may come back', async () => {
  await choose('Nguyễn Thị Lan', 'Mở lại tài khoản')
  await admin.getByRole('dialog').getByRole('button', { name: 'Mở lại tài khoản' }).click()
  await row('lan@truong.vn').getByText('Hoạt động').waitFor()
  await fillLogin(lan, 'lan@truong.vn')
  await lan.getByText('Bản nháp của Lan').waitFor()
})

test('a new role is asked about, and then stands', async () => {
  await choose('Lê An', 'Giáo viên')
  await admin.getByText('Lê An sẽ chuyển từ Học sinh thành Giáo viên').waitFor()
  await admin.getByRole('button', { name: 'Đổi vai trò' }).click()
  await row('an@truong.vn').getByRole('cell', { name: 'Giáo viên' }).waitFor()
})

test('the last admin cannot be suspended, and the page says why', async () => {
  await choose('Admin', 'Tạm khoá tài khoản')
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tạm khoá tài khoản' }).click()
  await dialog.getByRole('alert').getByText('quản trị viên đang hoạt động cuối cùng').waitFor()
  await dialog.getByRole('button', { name: 'Huỷ' }).click()
  await dialog.waitFor({ state: 'hidden' })
})

test('all lessons are there, other people’s drafts too', async () => {
  await admin.getByRole('tab', { name: 'Bài giảng' }).click()
  await row('Bản nháp của Lan').getByText('Nguyễn Thị Lan').waitFor()
})

test('on a phone the tabs are one row, in which the chosen one is seen, by address and by keys', async () => {
  await admin.setViewportSize({ width: 390, height: 844 })
  await admin.reload()
  const box = async (name: string) => {
    const { x = 0, y = 0, width = 0 } = (await admin.getByRole('tab', { name }).boundingBox()) ?? {}
    return { y, isSeen: x >= 0 && x + width <= 390 }
  }
  await admin.getByRole('tab', { name: 'Bài giảng', selected: true }).press('End')
  await admin.getByRole('tab', { name: 'Lúc này' }).press('Enter')
  await admin.getByRole('tab', { name: 'Lúc này', selected: true }).waitFor()
  await expect.poll(() => box('Lúc này')).toMatchObject({ isSeen: true })
  await admin.reload()
  await expect.poll(() => box('Lúc này')).toMatchObject({ isSeen: true })
  expect(await box('Người dùng')).toEqual({ y: (await box('Lúc này')).y, isSeen: false })
  expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await admin.setViewportSize({ width: 1280, height: 800 })
})

test('who edits is seen the moment they come, and is gone when they leave', async () => {
  await admin.getByRole('tab', { name: 'Lúc này' }).click()
  await admin.getByText('Lúc này không có ai trong bài giảng nào').waitFor()
  await lan.getByRole('link', { name: 'Bản nháp của Lan' }).first().click()
  await row('Bản nháp của Lan').getByText('Nguyễn Thị Lan').waitFor()
  await lan.goBack()
  await admin.getByText('Lúc này không có ai trong bài giảng nào').waitFor()
})
