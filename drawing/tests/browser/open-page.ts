import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../../scripts/browser.ts'
import { buildBarePage } from '../../../scripts/testing/bare-page.ts'
import type { DrawingPage } from './page.ts'

const HOST = 'http://drawing.test'
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

declare global {
  interface Window {
    drawing: DrawingPage
  }
}

/** The page of the browser tests, built as the web is built, in a real Chromium that can ask nobody else. */
export async function openDrawingPage(): Promise<{ page: Page; close(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'anawim-drawing-'))
  await buildBarePage(join(import.meta.dirname, 'page.ts'), outDir)
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.route('**/*', async (route) => {
    const { pathname, origin } = new URL(route.request().url())
    if (origin !== HOST) return await route.abort()
    const body = await readFile(join(outDir, pathname)).catch(() => null)
    if (body === null) return await route.fulfill({ status: 404 })
    return await route.fulfill({ body, contentType: types[extname(pathname)] ?? 'application/octet-stream' })
  })
  await page.goto(`${HOST}/index.html`)
  await page.waitForFunction(() => 'drawing' in window)
  return {
    page,
    async close() {
      await browser.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
