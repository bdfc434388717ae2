import type { Page } from 'playwright-core'
import { startCanvases, type Canvases } from '../client/canvases.ts'
import { costOf } from '../client/frames.ts'
import { shareSeenNext, startTyping, typeLetters, watchLetters } from '../client/typing.ts'
import { bareText, typingContent } from '../client/typing-content.ts'
import { measure } from '../figures.ts'
import { scaled, type Row } from '../row.ts'

const trials = ['bare', 'tiptap alone', 'tiptap', 'anawim alone', 'anawim'] as const
type Trial = (typeof trials)[number]

/** Do others' letters keep one's own waiting? */
export const canvasTyping: Row = {
  name: 'canvas-typing',
  what: 'A keystroke in a text box in which three others type',
  async run(context) {
    const letters = scaled(context, 120, 30)
    const cost = measure('main thread a letter', 'ms', 'bare')
    const seen = measure('letters seen in the next frame', '%')
    const canvases = await startCanvases()
    try {
      for (let round = 0; round < context.rounds; round++) {
        for (const name of trials.filter((one) => context.targets?.includes(one) ?? true)) {
          context.say(`round ${round + 1}: ${name}`)
          const { page, leave } = await openTrial(canvases, name)
          await typeLetters(page, 10)
          await watchLetters(page)
          const { ms } = await costOf(page, letters, () => typeLetters(page, letters))
          cost.add(name, ms)
          seen.add(name, 100 * (await shareSeenNext(page)))
          leave()
          await page.context().close()
        }
      }
    } finally {
      await canvases.stop()
    }
    const share = seen.median('anawim')
    return {
      measures: [cost.made, seen.made],
      verdicts: [
        { goal: 'main thread a letter, three others typing', value: cost.median('anawim'), limit: 6, unit: 'ms' },
        {
          goal: 'letters that are not seen in the next frame',
          value: share === null ? null : 100 - share,
          limit: 5,
          unit: '%',
        },
      ],
      notes: [
        `${letters} letters, one every 150 ms, in the last of four paragraphs; each of the others types as fast in one of their own, over a connection of their own. Processor time of the main thread over all of that, its frames and the others' letters included, by one's own letters. Seen in the next frame: painted within two intervals of a screen of 60 Hz after the key. bare: the same text in an element that the browser alone edits; tiptap: Tiptap and Yjs on an empty page, others' letters out of the same page, nothing kept or sent; alone: nobody else is there.`,
      ],
    }
  },
}

interface OpenText {
  page: Page
  leave: () => void
}

async function openTrial(canvases: Canvases, name: Trial): Promise<OpenText> {
  if (name === 'bare') return openBare(canvases)
  if (name === 'anawim' || name === 'anawim alone') return openBox(canvases, name === 'anawim')
  const page = await canvases.openTiptap()
  await page.locator('p').last().click()
  if (name === 'tiptap') await page.evaluate(() => window.startOthers?.())
  return { page, leave: () => {} }
}

async function openBare(canvases: Canvases): Promise<OpenText> {
  const page = await canvases.openBare(bareText)
  await page.locator('p').last().click()
  return { page, leave: () => {} }
}

async function openBox(canvases: Canvases, hasCompany: boolean): Promise<OpenText> {
  const { page, lessonId } = await canvases.openLesson(typingContent())
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[data-page-text] [contenteditable="true"]').waitFor()
  const leave = hasCompany ? await startTyping(canvases.teacher, lessonId) : () => {}
  await page.waitForTimeout(1_000)
  return { page, leave }
}
