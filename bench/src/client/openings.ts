/** The pages whose opening is measured: our editor, and Excalidraw from its package, with the same shapes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LessonContent, ShapeElement } from '@anawim/lesson'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser } from '../../../scripts/browser.ts'
import { logIn } from '../../../scripts/testing/api-client.ts'
import { buildBarePage } from '../../../scripts/testing/bare-page.ts'
import { startProduct } from '../../../scripts/testing/product.ts'
import { type Mark, measureOpening, type Opening } from './opening.ts'
import { serveFolder } from './serve-folder.ts'
import { sheetContent } from './sheets.ts'

export const openedPages = ['excalidraw', 'anawim'] as const
export type OpenedPage = (typeof openedPages)[number]

export interface Openings {
  /** Goes to the page as somebody does who was there before. */
  open(name: OpenedPage): Promise<Opening>
  stop(): Promise<void>
}

/** The last shape, above all others: when it is seen, everything is. */
const mark: ShapeElement = {
  id: 'mark______',
  kind: 'shape',
  shape: 'rectangle',
  x: 490,
  y: 210,
  width: 300,
  height: 300,
  rotation: 0,
  fill: '#ff0000',
  stroke: '#ff0000',
  strokeWidth: 2,
}

export async function startOpenings(elements: number): Promise<Openings> {
  const content = markedContent(elements)
  const theirs = await serveExcalidraw(content)
  const product = await startProduct({ env: { ACCESS_TOKEN_SECONDS: '3600' } })
  const teacher = await logIn(product)
  const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: `${elements}`, content })
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const pages: Readonly<Record<OpenedPage, { url: string; mark: Mark }>> = {
    // The page lies with its centre in the middle of the canvas.
    anawim: { url: `${product.url}/lessons/${id}`, mark: { canvas: '[data-canvas] canvas', x: 0.5, y: 0.5 } },
    // It lies with its corner in that of the canvas.
    excalidraw: { url: theirs.url, mark: { canvas: 'canvas.excalidraw__canvas.static', x: 640 / 1440, y: 360 / 900 } },
  }
  await signIn(context, product)
  const open = (name: OpenedPage) => measureOpening(context, pages[name].url, pages[name].mark)
  // Browsers keep compiled code of what they have seen a few times.
  for (const name of openedPages) for (let visit = 0; visit < 3; visit++) await open(name)
  return {
    open,
    async stop() {
      await browser.close()
      await theirs.stop()
      await product.stop()
    },
  }
}

function markedContent(elements: number): LessonContent {
  const content = sheetContent({ what: 'rectangles', count: elements - 1 })
  return { ...content, pages: content.pages.map((page) => ({ ...page, elements: [...page.elements, mark] })) }
}

async function signIn(context: BrowserContext, product: Awaited<ReturnType<typeof startProduct>>): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${product.url}/login`)
  await page.getByLabel('Email').fill(product.adminEmail)
  await page.getByLabel('Password', { exact: true }).fill(product.adminPassword)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.close()
}

async function serveExcalidraw({ pages }: LessonContent) {
  const folder = mkdtempSync(join(tmpdir(), 'anawim-excalidraw-'))
  await buildBarePage(fileURLToPath(new URL('../../peers/src/excalidraw-page.mjs', import.meta.url)), folder)
  const shapes = pages.flatMap(({ elements }) => elements).filter((element) => element.kind === 'shape')
  writeFileSync(join(folder, 'scene.json'), JSON.stringify(shapes.map(excalidrawShape)))
  const server = await serveFolder(folder)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Drawn as plainly as it can. */
function excalidrawShape({ id, x, y, width, height, fill, stroke, strokeWidth }: ShapeElement, number: number) {
  return {
    id,
    type: 'rectangle',
    x,
    y,
    width,
    height,
    angle: 0,
    strokeColor: stroke,
    backgroundColor: fill,
    fillStyle: 'solid',
    strokeWidth,
    strokeStyle: 'solid',
    roughness: 0,
    opacity: 100,
    roundness: null,
    seed: number + 1,
    version: 1,
    versionNonce: number + 1,
    groupIds: [],
    frameId: null,
    boundElements: null,
    isDeleted: false,
    updated: 1,
    link: null,
    locked: false,
  }
}
