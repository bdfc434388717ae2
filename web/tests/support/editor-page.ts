import type { LessonContent, LessonElement } from '@anawim/lesson'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { fillLogin, type School } from './school.ts'

/** How long something may take to show on a busy machine. The product is much quicker. */
export const soon = { timeout: 20_000 }

/** A teacher before an open lesson: what they do with mouse and keyboard, and what they see. */
export interface EditorPage {
  page: Page
  /** Points are CSS pixels from the canvas' top-left corner; this is one in pixels of the window. */
  at(point: [number, number]): Promise<[number, number]>
  drag(from: [number, number], to: [number, number]): Promise<void>
  /** Presses, moves, and does not let go. */
  hold(from: [number, number], to: [number, number]): Promise<void>
  click(x: number, y: number): Promise<void>
  doubleClick(x: number, y: number): Promise<void>
  /** On the canvas, or in the text that is typed in. */
  press(...keys: string[]): Promise<void>
  type(text: string): Promise<void>
  /** Waits until one can type: what no key stands for, an accented letter, is lost before. */
  canType(): Promise<void>
  /** Opens the text box there, and waits until one can type. */
  typeIn(x: number, y: number): Promise<void>
  /** The text that is typed in. */
  textbox(): ReturnType<Page['locator']>
  /** What stands in it, without the names at the others' carets. */
  written(): Promise<string>
  /** Resolves when the page says that. */
  sees(status: string): Promise<void>
  /** What a screen reader is told of the selection. */
  spoken(): Promise<string>
}

/** What a browser profile may differ in: a phone, say. */
export type Device = NonNullable<Parameters<School['newProfile']>[0]>

/** Logs in and opens the lesson. `url`: another way to the server. */
export async function openEditor(
  school: School,
  email: string,
  lessonId: number,
  url = school.product.url,
  device: Device = {},
): Promise<EditorPage> {
  const context = await school.newProfile(device)
  const page = await context.newPage()
  await page.goto(`${url}/login?next=${encodeURIComponent(`/lessons/${lessonId}`)}`)
  await fillLogin(page, email)
  return editorOn(page)
}

/** Opens the lesson in another tab of a browser in which somebody is logged in. */
export async function openTab({ page }: EditorPage): Promise<EditorPage> {
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  return editorOn(tab)
}

/** The hands for a page that is about to show an editor. */
export async function editorOn(page: Page): Promise<EditorPage> {
  await page.locator('[data-canvas]').waitFor()
  const at = async ([x, y]: [number, number]): Promise<[number, number]> => {
    const box = await page.locator('[data-canvas]').boundingBox()
    return [(box?.x ?? 0) + x, (box?.y ?? 0) + y]
  }
  const hold = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(...(await at(from)))
    await page.mouse.down()
    await page.mouse.move(...(await at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])))
    await page.mouse.move(...(await at(to)))
  }
  const textbox = () => page.locator('[data-page-text] [contenteditable="true"]')
  const editor: EditorPage = {
    page,
    at,
    hold,
    async drag(from, to) {
      await hold(from, to)
      await page.mouse.up()
    },
    click: async (x, y) => page.mouse.click(...(await at([x, y]))),
    doubleClick: async (x, y) => page.mouse.dblclick(...(await at([x, y]))),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    type: (text) => page.keyboard.type(text),
    async canType() {
      await textbox().waitFor()
      await expect.poll(() => textbox().evaluate((box) => box === document.activeElement), soon).toBe(true)
    },
    async typeIn(x, y) {
      await editor.doubleClick(x, y)
      await editor.canType()
    },
    textbox,
    written: () =>
      textbox().evaluate((box) => {
        const copy = box.cloneNode(true) as HTMLElement
        for (const caret of copy.querySelectorAll('.page-text-caret')) caret.remove()
        return copy.textContent ?? ''
      }),
    sees: (status) => page.locator('header').getByRole('status').getByText(status, { exact: true }).waitFor(),
    spoken: async () => (await page.locator('[data-spoken]').textContent()) ?? '',
  }
  return editor
}

/** The elements of a lesson's page, as the server has them. */
export async function elementsOf(teacher: ApiClient, lessonId: number, page = 0): Promise<LessonElement[]> {
  const { content } = await teacher.ask<{ content: LessonContent }>('GET', `/api/lessons/${lessonId}`)
  return content.pages[page]?.elements ?? []
}
