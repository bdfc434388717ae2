/** Typing in a text box in which others type too: what each key costs, and when one sees its letter. */
import type { Page } from 'playwright-core'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { openEditor } from '../../../scripts/testing/recording-editor.ts'
import { insertLetters, PACE } from './typing-content.ts'

/** Three people, each at home in a paragraph of their own. Ends them. */
export async function startTyping(teacher: ApiClient, lessonId: number): Promise<() => void> {
  const others = await Promise.all([0, 1, 2].map(() => openEditor(teacher, lessonId)))
  const timers = others.map(({ doc }, person) => setInterval(insertLetters(doc, person), PACE))
  return () => {
    for (const timer of timers) clearInterval(timer)
    for (const other of others) other.destroy()
  }
}

declare global {
  interface Window {
    /** Of each letter: milliseconds from the key to the frame that shows it. */
    benchLetters?: number[]
  }
}

/** From now on the page notes when each letter is seen. */
export function watchLetters(page: Page): Promise<void> {
  return page.evaluate(() => {
    const letters: number[] = []
    window.benchLetters = letters
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // When the frame has been painted, this task is the next.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => letters.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

/** Types so many letters, at the pace of a quick hand. */
export async function typeLetters(page: Page, count: number): Promise<void> {
  for (let letter = 0; letter < count; letter++) {
    const due = performance.now() + PACE
    await page.keyboard.press('abcdeghiklmnopqrstuvxy'.charAt(letter % 22))
    await page.waitForTimeout(Math.max(0, due - performance.now()))
  }
}

/** The share of letters seen in the frame after the key, which comes within two intervals of a screen of 60 Hz. */
export async function shareSeenNext(page: Page): Promise<number> {
  const letters = await page.evaluate(() => window.benchLetters ?? [])
  const FRAME = 1000 / 60
  return letters.filter((time) => time <= 2 * FRAME).length / Math.max(1, letters.length)
}
