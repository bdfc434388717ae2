/** A student on a phone follows a lesson: over plain http at the school's address, live, and readable without eyes. */
import type { LessonElement } from '@anawim/lesson'
import { addElements } from '@anawim/lesson/doc'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { openEditor } from '../../../scripts/testing/recording-editor.ts'
import { openEditor as openEditorPage, soon, type EditorPage } from '../support/editor-page.ts'
import { lanAddress } from '../support/lan-address.ts'
import { recordNetwork, type NetworkLog } from '../support/network-log.ts'
import { enterSchool, password, type School } from '../support/school.ts'

const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
}
const lesson = {
  title: 'Quang hợp',
  content: {
    version: 1,
    pages: [
      {
        id: 'p1',
        name: 'Mở đầu',
        elements: [
          {
            id: 't1',
            kind: 'text',
            x: 80,
            y: 60,
            width: 800,
            height: 80,
            rotation: 0,
            text: {
              type: 'doc',
              content: [
                { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Quang hợp là gì?' }] },
                { type: 'paragraph', content: [{ type: 'text', text: 'Cây xanh dùng ánh sáng.' }] },
              ],
            },
          },
        ],
      },
    ],
  },
}

const blackSquare: LessonElement = {
  id: 'square',
  kind: 'shape',
  shape: 'rectangle',
  x: 900,
  y: 400,
  width: 200,
  height: 200,
  rotation: 0,
  fill: '#000000',
  stroke: 'transparent',
  strokeWidth: 0,
}
const textBox = (text: string): LessonElement => ({
  id: 'added',
  kind: 'text',
  x: 80,
  y: 400,
  width: 600,
  height: 40,
  rotation: 0,
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
})

let school: School
let teacher: ApiClient
let context: BrowserContext
let page: Page
let network: NetworkLog
let lessonId: number
/** The address that phones use: not localhost, where browsers allow more. */
let address: string

beforeAll(async () => {
  school = await enterSchool()
  const host = lanAddress()
  expect(host, 'this machine has a network address').not.toBeNull()
  address = `http://${host}:${school.product.port}`
  teacher = await school.join('co-lan@school.vn', 'Cô Lan', 'teacher')
  await school.join('an@school.vn', 'Lê An', 'student')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', lesson)).id
  await teacher.ask('POST', `/api/lessons/${lessonId}/publish`, { is_public: true })

  context = await school.newProfile(phone)
  page = await context.newPage()
  network = recordNetwork(page)
})

afterAll(() => school?.close())

test('who is not logged in is led to the login, and back to the lesson', async () => {
  await page.goto(`${address}/lessons/${lessonId}/view`)
  await page.waitForURL('**/login?next=*')
  await page.getByLabel('Email').fill('an@school.vn')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/lessons/${lessonId}/view`)
  await page.getByRole('heading', { level: 1, name: 'Quang hợp', exact: true }).waitFor()
  await page.getByRole('status').getByText('Trực tiếp').waitFor()
})

test('a screen reader finds real headings and text, in their order', async () => {
  await page.getByRole('heading', { name: 'Quang hợp là gì?' }).waitFor()
  expect(await headingsHeard(context, page)).toEqual([
    'level 1: Quang hợp',
    'level 2: Mở đầu',
    'level 3: Quang hợp là gì?',
  ])
  expect(await page.getByRole('main').innerText()).toMatch(/Quang hợp là gì\?\s+Cây xanh dùng ánh sáng\./)
})

test('the page is drawn: its canvas is not empty', async () => {
  await expect.poll(() => page.locator('canvas').first().evaluate(countDarkPixels)).toBeGreaterThan(200)
})

test('what a teacher adds appears without a reload', async () => {
  const editor = await openEditor(teacher, lessonId)
  try {
    const before = await page.locator('canvas').first().evaluate(countDarkPixels)
    addElements(editor.doc, 'p1', [blackSquare, textBox('Nước và khí cacbonic')])
    await page.getByText('Nước và khí cacbonic').waitFor({ timeout: 15_000 })
    await expect.poll(() => page.locator('canvas').first().evaluate(countDarkPixels)).toBeGreaterThan(before + 2_000)
  } finally {
    editor.destroy()
  }
})

test('a drag shows while it lasts, stays where it was dropped, and React does nothing for it', async () => {
  const lan = await openEditorPage(school, 'co-lan@school.vn', lessonId)
  const at = await placesOn(lan)
  const [from, to] = [at(1000, 500), at(400, 600)]
  const places: Record<string, [number, number]> = { from: [1000, 450], to: [400, 550] }
  await page.evaluate(watchPlaces, places)
  const seen = () => page.evaluate(() => [...(window as unknown as Watching).darkAt])
  await lan.hold(from, to)
  await expect.poll(async () => (await seen()).at(-1), soon).toBe('to')
  expect(await page.evaluate(() => (window as unknown as Watching).changed)).toEqual([])
  await lan.page.mouse.up()
  await lan.sees('Đã lưu')
  await page.waitForTimeout(1_500)
  const been = await seen()
  // It came there, and nowhere was it seen to jump back.
  expect(been.slice(been.indexOf('to'))).toEqual(['to'])
  await lan.page.context().close()
})

test('a new title is shown at once', async () => {
  await teacher.ask('PATCH', `/api/lessons/${lessonId}`, { title: 'Quang hợp ở cây xanh' })
  await page.getByRole('heading', { level: 1, name: 'Quang hợp ở cây xanh' }).waitFor({ timeout: 15_000 })
})

test('after a time without a network the page catches up by itself', async () => {
  await context.setOffline(true)
  await page.getByRole('status').getByText('Ngoại tuyến').waitFor({ timeout: 60_000 })
  await teacher.ask('PATCH', `/api/lessons/${lessonId}`, { title: 'Cây xanh' })
  await context.setOffline(false)
  await page.getByRole('heading', { level: 1, name: 'Cây xanh', exact: true }).waitFor({ timeout: 20_000 })
})

test('the text in a shape is where its picture has it, also when its font comes late', async () => {
  const shape = { id: 'raute', kind: 'shape', shape: 'diamond', x: 300, y: 100, width: 400, height: 200, rotation: 0 }
  const sentence = { type: 'text', text: 'Lá cây xanh nhờ diệp lục. '.repeat(8) }
  const text = { type: 'doc', content: [{ type: 'paragraph', content: [sentence] }] }
  const written = { ...shape, fill: '#ffffff', stroke: '#000000', strokeWidth: 2, fontFamily: 'Roboto Mono', text }
  const content = { version: 1, pages: [{ id: 'p1', name: '', elements: [written] }] }
  const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Chữ trong hình', content })
  await teacher.ask('POST', `/api/lessons/${id}/publish`, { is_public: true })
  const late = await school.openAs('an@school.vn')
  let comes = () => {}
  const isThere = new Promise<void>((resolve) => (comes = resolve))
  await late.route(/RobotoMono/, async (route) => {
    await isThere
    await route.continue()
  })
  const place = () =>
    late.getByText('diệp lục').evaluate((words) => words.closest<HTMLElement>('[style*=left]')?.style.cssText)
  await late.goto(`${school.product.url}/lessons/${id}/view`)
  await late.getByText('diệp lục').waitFor()
  await late.evaluate(() => document.fonts.load('16px "Be Vietnam Pro"'))
  const before = await place()
  comes()
  await expect.poll(place).not.toBe(before)
  const after = await place()
  await late.reload()
  await late.getByText('diệp lục').waitFor()
  await expect.poll(place).toBe(after)
})

test('nothing is asked of any other host', () => {
  expect(network.urls().length).toBeGreaterThan(10)
  expect(network.foreignTo(address)).toEqual([])
})

test('a lesson that is taken back leaves the screen at once', async () => {
  await teacher.ask('POST', `/api/lessons/${lessonId}/unpublish`)
  await page.getByRole('alert').getByText('Không tìm thấy bài giảng này').waitFor({ timeout: 15_000 })
  expect(await page.getByText('Nước và khí cacbonic').count()).toBe(0)
})

/** The headings of Chromium's own accessibility tree: what it hands to a screen reader. */
async function headingsHeard(context: BrowserContext, page: Page): Promise<string[]> {
  const session = await context.newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter((node) => !node.ignored && node.role?.value === 'heading')
    .map((node) => {
      const level = node.properties?.find(({ name }) => name === 'level')?.value.value as number
      return `level ${level}: ${String(node.name?.value)}`
    })
}

function countDarkPixels(canvas: HTMLCanvasElement | SVGElement): number {
  const image = canvas as HTMLCanvasElement
  const data = image.getContext('2d')?.getImageData(0, 0, image.width, image.height).data ?? []
  let dark = 0
  for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 128 && (data[i] ?? 255) < 100) dark++
  return dark
}

interface Watching {
  /** Where the black square was, whenever that changed. */
  darkAt: string[]
  /** What changed in the page beside its pictures. */
  changed: string[]
}

/** Looks at the page's picture in every frame: is it dark there, or here? Places in page pixels. */
function watchPlaces(places: Record<string, [number, number]>): void {
  const watching = window as unknown as Watching
  Object.assign(watching, { darkAt: [], changed: [] })
  const canvas = document.querySelector('canvas')
  const context = canvas?.getContext('2d', { willReadFrequently: true })
  const isDark = ([x, y]: [number, number]) => {
    const scale = (canvas?.width ?? 0) / 1280
    const [red = 255, , , alpha = 0] = context?.getImageData(x * scale, y * scale, 1, 1).data ?? []
    return red < 100 && alpha > 128
  }
  const look = () => {
    const place = Object.keys(places).find((name) => isDark(places[name] ?? [0, 0])) ?? 'between'
    if (watching.darkAt.at(-1) !== place) watching.darkAt.push(place)
    requestAnimationFrame(look)
  }
  look()
  new MutationObserver((changes) => {
    const others = changes.filter(({ target }) => !(target instanceof HTMLCanvasElement))
    watching.changed.push(...others.map(({ target, type }) => `${type} of ${target.nodeName}`))
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  })
}

/** Where a place of the page is on the editor's canvas, which shows all of it. */
async function placesOn({ page }: EditorPage): Promise<(x: number, y: number) => [number, number]> {
  const area = await page.locator('[data-canvas]').boundingBox()
  const [width, height] = [area?.width ?? 0, area?.height ?? 0]
  const zoom = Math.min((width - 96) / 1280, (height - 96) / 720)
  return (x, y) => [width / 2 + (x - 640) * zoom, height / 2 + (y - 360) * zoom]
}
