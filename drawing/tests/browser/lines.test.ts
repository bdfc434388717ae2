import { fontOf } from '@anawim/drawing'
import { nodeMeasure } from '@anawim/drawing/node'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box } from '../samples/builders.ts'
import { texts } from '../samples/texts.ts'
import { openDrawingPage } from './open-page.ts'

const widths = [96, 173.3, 300, 517.7]
const characters = [...new Set(JSON.stringify(texts) + '•0123456789.')].join('')

let page: Page
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openDrawingPage()
  page = opened.page
  close = opened.close
  await page.evaluate((all) => window.drawing.loadFonts(all), characters)
})
afterAll(() => close())

describe('the layout breaks lines where Chromium does', () => {
  test.for(Object.entries(texts))('%s', async ([, content]) => {
    for (const width of widths) {
      const element = box(content, { width, fontSize: 24 })
      const { ours, theirs, ourHeight, theirHeight } = await page.evaluate(
        (element) => window.drawing.lines(element),
        element,
      )
      const at = `at a width of ${width}`
      expect(
        ours.map(({ text }) => text),
        at,
      ).toEqual(theirs.map(({ text }) => text))
      ours.forEach((line, index) => {
        const told = `line ${index + 1}, ${at}: ${line.text}`
        expect(Math.abs(line.left - (theirs[index]?.left ?? Number.NaN)), `left of ${told}`).toBeLessThan(1)
        expect(Math.abs(line.right - (theirs[index]?.right ?? Number.NaN)), `right of ${told}`).toBeLessThan(1)
        expect(Math.abs(line.baseline - (theirs[index]?.baseline ?? Number.NaN)), `baseline of ${told}`).toBeLessThan(1)
      })
      expect(Math.abs(ourHeight - theirHeight), `height ${at}`).toBeLessThan(1)
    }
  })
})

test('Node measures every word as Chromium does', async () => {
  const words = [...new Set(JSON.stringify(texts).split(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\u200d\ufe0f]+/u))]
  for (const choice of [
    { bold: false, italic: false },
    { bold: true, italic: false },
    { bold: false, italic: true },
    { bold: true, italic: true },
  ]) {
    const font = fontOf({ fontFamily: 'Be Vietnam Pro', fontSize: 24, ...choice })
    const measure = nodeMeasure()
    const theirs = await page.evaluate(([words, font]) => window.drawing.widths(words, font), [words, font] as const)
    const different = words.filter((word, index) => Math.abs(measure(word, font) - (theirs[index] ?? 0)) > 0.05)
    expect(different, font).toEqual([])
  }
})
