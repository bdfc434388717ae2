/** The canvases that are measured: the editor of the real product, and the floors. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../../scripts/browser.ts'
import { logIn } from '../../../scripts/testing/api-client.ts'
import { startProduct } from '../../../scripts/testing/product.ts'
import { lessonContent } from '../lesson-content.ts'
import { countRenders } from './frames.ts'
import { startFloors } from './floors-server.ts'

export const canvasNames = ['bare', 'naive', 'anawim'] as const
export type CanvasName = (typeof canvasNames)[number]

export interface Canvases {
  /** A page of the browser that shows so many rectangles on one page of a lesson, drawn and at rest. */
  open(name: CanvasName, elements: number): Promise<Page>
  stop(): Promise<void>
}

const view = { width: 1440, height: 900 }

export async function startCanvases(): Promise<Canvases> {
  const product = await startProduct()
  const floors = await startFloors()
  const browser = await launchBrowser()
  const teacher = await logIn(product)

  async function openOurs(elements: number): Promise<Page> {
    const content = lessonContent(elements, elements)
    const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: `${elements}`, content })
    const page = await newPage(browser)
    await page.goto(`${product.url}/login?next=/lessons/${id}`)
    await page.getByLabel('Email').fill(product.adminEmail)
    await page.getByLabel('Password', { exact: true }).fill(product.adminPassword)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.locator('[data-canvas]').waitFor()
    return page
  }
  return {
    async open(name, elements) {
      const page = name === 'anawim' ? await openOurs(elements) : await newPage(browser)
      if (name !== 'anawim') {
        await page.goto(floors.url(name, elements))
        await page.waitForFunction(() => window.step !== undefined)
      }
      await page.waitForTimeout(4_000)
      return page
    },
    async stop() {
      await browser.close()
      await floors.stop()
      await product.stop()
    },
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: view, locale: 'en-GB' })
  const page = await context.newPage()
  await countRenders(page)
  return page
}
