/** The pictures of the product in docs/screenshots, taken of the demo as it is: to be taken anew when the look has changed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { demoPassword, demoPeople, type DemoName } from '../seed/people.ts'
import { logIn } from '../testing/api-client.ts'
import { startProduct, type Product } from '../testing/product.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** Milliseconds in which what fades and slides in has come to rest. */
const REST = 1_500

/** CSS pixels, on a desk. */
const TITLE = [330, 330] as const

interface Camera {
  /** Logged in there, in Vietnamese. */
  open(person: DemoName, path: string, device: BrowserContextOptions): Promise<Page>
  take(page: Page, name: string): Promise<void>
}

function cameraOf(browser: Browser, product: Product, folder: string): Camera {
  return {
    async open(person, path, device) {
      const page = await (await browser.newContext({ locale: 'vi-VN', ...device })).newPage()
      await page.goto(`${product.url}/login?next=${encodeURIComponent(path)}`)
      await page.locator('input[type=email]').fill(demoPeople[person].email)
      await page.locator('input[type=password]').fill(demoPassword)
      await page.locator('button[type=submit]').click()
      await page.waitForURL(product.url + path)
      return page
    },
    async take(page, name) {
      await page.waitForTimeout(REST)
      await page.screenshot({ path: join(folder, `${name}.png`) })
    },
  }
}

/** Writes them into `folder`. Takes half a minute; the data are gone afterwards. */
export async function takeScreenshots(root: string, folder: string): Promise<void> {
  const product = await startProduct()
  const browser = await launchBrowser()
  try {
    const env = { ...process.env, DATABASE_URL: undefined, ANAWIM_DATA_DIR: product.dataDir }
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/seed.ts')], { env })
    if (status !== 0) throw new Error(`the demo could not be made:\n${stderr.toString()}`)
    const admin = await logIn(product)
    const { items } = await admin.ask<{ items: { id: number; title: string }[] }>('GET', '/api/lessons/?limit=100')
    const lessonId = items.find(({ title }) => title === 'Quang hợp')?.id
    if (!lessonId) throw new Error('the demo has lost its lesson about photosynthesis')
    await admin.ask('POST', `/api/lessons/${lessonId}/members`, { email: demoPeople.grace.email, role: 'editor' })
    await takeAll(cameraOf(browser, product, folder), lessonId)
  } finally {
    await browser.close()
    await product.stop()
  }
}

async function takeAll({ open, take }: Camera, lessonId: number): Promise<void> {
  const editor = `/lessons/${lessonId}`
  const dashboard = await open('lan', '/', desk)
  // The jobs draw them, one after the other.
  await dashboard.waitForFunction(() => document.querySelectorAll('main img').length >= 6)
  await dashboard.mouse.move(0, 0)
  await take(dashboard, 'dashboard')

  const grace = await open('grace', editor, desk)
  const lan = await open('lan', editor, desk)
  await grace.locator('[data-canvas]').focus()
  await grace.keyboard.press('Tab')
  await grace.mouse.move(880, 430)
  await grace.mouse.move(882, 432)
  await lan.locator('[data-peer-cursor]').waitFor()
  // The lesson's name on its first page.
  await lan.mouse.click(...TITLE)
  await take(lan, 'editor')

  const small = await open('lan', editor, phone)
  await small.locator('[data-canvas]').waitFor()
  await take(small, 'editor-phone')
  const student = await open('minh', `${editor}/view`, phone)
  await student.locator('canvas').first().waitFor()
  await take(student, 'viewer-phone')
}
