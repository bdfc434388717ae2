import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../../../scripts/browser.ts'
import { logIn, type ApiClient } from '../../../scripts/testing/api-client.ts'
import { startProduct, type Product } from '../../../scripts/testing/product.ts'

export const password = 'mat-khau-123'

/** A running server, a browser, and the people of a school. */
export interface School {
  product: Product
  /** Makes an account. */
  join(email: string, fullName: string, role: 'teacher' | 'student'): Promise<ApiClient>
  /** A browser profile of its own, in Vietnamese, in which nobody is logged in. `device`: where it differs, as on a phone. */
  newProfile(device?: BrowserContextOptions): Promise<BrowserContext>
  /** A page of a profile of its own, in which this person is logged in. */
  openAs(email: string, path?: string, secret?: string): Promise<Page>
  close(): Promise<void>
}

export async function openSchool(env: Record<string, string> = {}): Promise<School> {
  const product = await startProduct({ env })
  let browser: Browser
  try {
    browser = await launchBrowser()
  } catch (error) {
    await product.stop()
    throw error
  }
  const newProfile = (device: BrowserContextOptions = {}) =>
    browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 }, ...device })

  return {
    product,
    newProfile,
    async join(email, full_name, role) {
      await fetch(`${product.url}/api/auth/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, full_name, role, password }),
      })
      return await logIn(product, email, password)
    },
    async openAs(email, path = '/', secret = password) {
      const page = await (await newProfile()).newPage()
      await page.goto(`${product.url}/login?next=${encodeURIComponent(path)}`)
      await fillLogin(page, email, secret)
      await page.waitForURL(product.url + path)
      return page
    },
    async close() {
      await browser.close()
      await product.stop()
    },
  }
}

/** Fills in the login and sends it. */
export async function fillLogin(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}
