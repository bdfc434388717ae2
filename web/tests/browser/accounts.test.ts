/** People and their accounts: ways back in without a mail server, an invitation, the profile, and the devices one is logged in on. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterSchool, fillLogin, password, type School } from '../support/school.ts'

let school: School
let admin: Page

beforeAll(async () => {
  school = await enterSchool()
  const { adminEmail, adminPassword } = school.product
  admin = await school.openAs(adminEmail, '/admin?tab=mails', adminPassword)
})

afterAll(() => school?.close())

const own = (name: string) => `${name}.${process.pid}@truong.vn`
const at = (path: string) => school.product.url + path
const nobodysPage = async () => (await school.newProfile()).newPage()

/** The link of the newest mail to them, as the admin reads it. */
async function linkTo(recipient: string): Promise<string> {
  await admin.goto(at('/admin?tab=mails'))
  await admin
    .getByRole('button', { name: `Đọc thư gửi ${recipient}` })
    .first()
    .click()
  const text = await admin.getByLabel('Nội dung thư').inputValue()
  return /http\S+/.exec(text)?.[0] ?? ''
}

test('who forgot their password comes back by the link that the admin hands on', async () => {
  await school.join(own('lan'), 'Nguyễn Thị Lan', 'teacher')
  const page = await nobodysPage()
  await page.goto(at('/login'))
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click()
  await page.getByLabel('Email').fill(own('lan'))
  await page.getByRole('button', { name: 'Gửi liên kết' }).click()
  await page.getByRole('status').getByText('Máy chủ này không gửi thư').waitFor()
  const link = await linkTo(own('lan'))
  await page.goto(link)
  await page.getByLabel('Mật khẩu mới').fill('mat-khau-456')
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await page.getByText('Đã đặt mật khẩu mới').waitFor()
  await page.getByRole('link', { name: 'Đến trang đăng nhập' }).click()
  await fillLogin(page, own('lan'), 'mat-khau-456')
  await page.waitForURL(at('/'))
})

test('who is invited makes the account that was meant, and is in', async () => {
  await admin.goto(at('/admin?tab=invitations'))
  await admin.getByLabel('Email người được mời').fill(own('mai'))
  await admin.getByLabel('Vai trò của người được mời').selectOption('student')
  await admin.getByRole('button', { name: 'Mời', exact: true }).click()
  await admin.getByRole('cell', { name: own('mai'), exact: true }).waitFor()
  const page = await nobodysPage()
  await page.goto(await linkTo(own('mai')))
  await page.getByText('Vai trò: Học sinh').waitFor()
  await page.getByLabel('Họ và tên').fill('Trần Thị Mai')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await page.waitForURL(at('/'))
  await page.getByRole('button', { name: 'Tài khoản của Trần Thị Mai' }).waitFor()
})

test('a temporary password lets nobody in before it is replaced', async () => {
  await school.join(own('hoa'), `Hoa ${process.pid}`, 'teacher')
  await admin.goto(at('/admin'))
  await admin.getByRole('searchbox').fill(own('hoa'))
  await expect.poll(() => admin.locator('tbody tr').count()).toBe(1)
  await admin.getByRole('button', { name: 'Thao tác với Hoa' }).click()
  await admin.getByRole('menuitem', { name: 'Đặt mật khẩu tạm thời' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Đặt mật khẩu tạm thời' }).click()
  const temporary = await admin.getByRole('dialog').locator('output').innerText()
  const page = await nobodysPage()
  await page.goto(at('/login'))
  await fillLogin(page, own('hoa'), temporary)
  await page.getByText('Mật khẩu này chỉ là tạm thời').waitFor()
  await page.getByLabel('Mật khẩu mới').fill('mat-khau-456')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL(at('/'))
})

test('one’s profile: a name that shows at once, another password, and a lost phone that is out at once', async () => {
  await school.join(own('minh'), 'Trần Minh', 'teacher')
  const phone = await school.openAs(own('minh'))
  const page = await school.openAs(own('minh'), '/profile')
  await page.getByLabel('Họ và tên').fill('Trần Văn Minh')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('button', { name: 'Tài khoản của Trần Văn Minh' }).waitFor()
  // The phone is connected: only then is "at once" a promise.
  await phone.waitForTimeout(500)
  await page.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị khác' }).click()
  await phone.waitForURL('**/login**', { timeout: 10_000 })
  await expect.poll(() => page.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị khác' }).count()).toBe(0)

  const change = async (old: string) => {
    await page.getByLabel('Mật khẩu hiện tại').fill(old)
    await page.getByLabel('Mật khẩu mới').fill('mat-khau-456')
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  }
  await change('khong-phai')
  await page.getByText('Mật khẩu hiện tại không đúng.').waitFor()
  await change(password)
  await page.getByText('Đã đổi mật khẩu.').waitFor()
})
