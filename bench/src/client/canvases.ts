/** The canvases that are measured: the editor of the real product, and the floors. */
import type { LessonContent } from '@anawim/lesson'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../../scripts/browser.ts'
import { type ApiClient, logIn } from '../../../scripts/testing/api-client.ts'
import { startProduct } from '../../../scripts/testing/product.ts'
import { countRenders } from './frames.ts'
import { startFloors } from './floors-server.ts'
import { type Sheet, sheetContent } from './sheets.ts'

export const canvasNames = ['bare', 'naive', 'anawim'] as const
export type CanvasName = (typeof canvasNames)[number]

/** One that is shown, drawn and at rest. */
export interface OpenCanvas {
  page: Page
  /** Of ours. */
  lessonId: number | null
}

export interface Canvases {
  /** Who owns the lessons. */
  teacher: ApiClient
  open(name: CanvasName, sheet: Sheet): Promise<OpenCanvas>
  /** Our editor with another lesson. */
  openLesson(content: LessonContent): Promise<OpenCanvas & { lessonId: number }>
  /** Tiptap and Yjs alone, with the text of `typingContent`. */
  openTiptap(): Promise<Page>
  /** A page with nothing but this in it. */
  openBare(html: string): Promise<Page>
  stop(): Promise<void>
}

const view = { width: 1440, height: 900 }

/** Longer than any row takes, and everybody here is one person. */
const env = { ACCESS_TOKEN_SECONDS: '3600', COLLAB_TOKEN_SECONDS: '3600', COLLAB_CONNECTIONS_PER_PERSON: '1000' }

export async function startCanvases(): Promise<Canvases> {
  const product = await startProduct({ env })
  const floors = await startFloors()
  const browser = await launchBrowser()
  const teacher = await logIn(product)

  async function openOurs(page: Page, content: LessonContent): Promise<number> {
    const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Bench', content })
    await page.goto(`${product.url}/login?next=/lessons/${id}`)
    await page.getByLabel('Email').fill(product.adminEmail)
    await page.getByLabel('Password', { exact: true }).fill(product.adminPassword)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.locator('[data-canvas]').waitFor()
    return id
  }
  return {
    teacher,
    async open(name, sheet) {
      const page = await newPage(browser)
      let lessonId: number | null = null
      if (name === 'anawim') lessonId = await openOurs(page, sheetContent(sheet))
      else {
        await page.goto(floors.url(name, sheet))
        await page.waitForFunction(() => window.step !== undefined)
      }
      await page.waitForTimeout(4_000)
      return { page, lessonId }
    },
    async openLesson(content) {
      const page = await newPage(browser)
      const lessonId = await openOurs(page, content)
      await page.waitForTimeout(4_000)
      return { page, lessonId }
    },
    async openTiptap() {
      const page = await newPage(browser)
      await page.goto(floors.url('tiptap', { what: 'rectangles', count: 1 }))
      await page.waitForFunction(() => window.startOthers !== undefined)
      return page
    },
    async openBare(html) {
      const page = await newPage(browser)
      await page.setContent(html)
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
