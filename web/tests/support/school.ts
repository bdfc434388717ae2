import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { logIn, type ApiClient } from '../../../scripts/testing/api-client.ts'
import { startProduct, type Product, type ProductAddress } from '../../../scripts/testing/product.ts'

export const password = 'mat-khau-123'

/** A running server, a browser, and the people of a school. */
export interface School {
  product: ProductAddress
  /** Logs in whom has an account, or makes one. */
  join(email: string, fullName: string, role: 'teacher' | 'student'): Promise<ApiClient>
  /** A browser profile of its own, in Vietnamese, in which nobody is logged in. `device`: where it differs, as on a phone. */
  newProfile(device?: BrowserContextOptions): Promise<BrowserContext>
  /** A page of a profile of its own, in which this person is logged in. */
  openAs(email: string, path?: string, secret?: string): Promise<Page>
  close(): Promise<void>
}

/** A school whose server can be broken. */
export interface OwnSchool extends School {
  product: Product
}

/** A server of one's own, with these settings. For who breaks it, or counts all that is in it. */
export async function openSchool(env: Record<string, string> = {}): Promise<OwnSchool> {
  const product = await startProduct({ env })
  try {
    return { ...(await schoolAt(product, () => product.stop())), product }
  } catch (error) {
    await product.stop()
    throw error
  }
}

/**
 * The server that all share who only want lessons of their own. Others are there, too, under the same names. `flags` are further flags of
 * the browser.
 */
export function enterSchool(flags: string[] = []): Promise<School> {
  return schoolAt(inject('sharedProduct'), async () => {}, flags)
}

async function schoolAt(
  product: ProductAddress,
  whenClosed: () => Promise<void>,
  flags: string[] = [],
): Promise<School> {
  const browser = await launchBrowser(flags)
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
      await whenClosed()
    },
  }
}

/** Fills in the login and sends it. */
export async function fillLogin(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}
