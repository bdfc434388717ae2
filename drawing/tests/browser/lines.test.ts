import { fontOf } from '@anawim/drawing'
import { nodeMeasure } from '@anawim/drawing/node'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box } from '../samples/builders.ts'
import { randomText } from '../samples/random-text.ts'
import { texts } from '../samples/texts.ts'
import type { ReadLine } from './layout-lines.ts'
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

/** What is wrong with our lines, told so that one can find it; null when all is well. */
function findDifference(ours: ReadLine[], theirs: ReadLine[]): string | null {
  for (const [index, line] of ours.entries()) {
    const other = theirs[index]
    if (line.text !== other?.text) return `line ${index + 1} is "${line.text}", in Chromium "${other?.text}"`
    const off = [line.left - other.left, line.right - other.right, (line.baseline - other.baseline) / 1.5]
    if (off.some((pixels) => Math.abs(pixels) >= 1)) return `"${line.text}" is off by ${off.join(', ')}`
  }
  return ours.length === theirs.length ? null : `${theirs.length - ours.length} lines are missing`
}

describe('the layout breaks lines where Chromium does', () => {
  test.for(Object.entries(texts))('%s', async ([, content]) => {
    for (const width of widths) {
      const element = box(content, { width, fontSize: 24 })
      const lines = await page.evaluate((element) => window.drawing.lines(element), element)
      expect({ width, difference: findDifference(lines.ours, lines.theirs) }).toEqual({ width, difference: null })
      expect(lines.ourHeight).toBeCloseTo(lines.theirHeight, 0)
    }
  })
})

test('and so in 300 random texts', async () => {
  const wrong: string[] = []
  for (let seed = 1; seed <= 300; seed++) {
    const element = box(randomText(seed), { width: 90 + ((seed * 37) % 500), fontSize: 14 + (seed % 20) })
    const { ours, theirs, ourHeight, theirHeight } = await page.evaluate(
      (element) => window.drawing.lines(element),
      element,
    )
    const difference = findDifference(ours, theirs)
    if (difference !== null) wrong.push(`seed ${seed}: ${difference}`)
    else if (Math.abs(ourHeight - theirHeight) > 1) wrong.push(`seed ${seed}: ${ourHeight} high, not ${theirHeight}`)
  }
  expect(wrong).toEqual([])
})

describe('Node measures every word as Chromium does', () => {
  // Behind a soft hyphen or a zero-width space one of the two kerns on, and the other does not: a tenth of a pixel.
  const invisible = /[\u00AD\u200B]/
  const words = [...new Set(JSON.stringify(texts).split(/[\s\\"]+/))].filter((word) => !invisible.test(word))
  const styles = [
    { bold: false, italic: false },
    { bold: true, italic: false },
    { bold: false, italic: true },
    { bold: true, italic: true },
  ]
  const cases = [
    ...styles.map((style) => ({ fontFamily: 'Be Vietnam Pro', ...style })),
    ...['Nunito', 'Lora', 'Mali', 'Roboto Mono'].map((fontFamily) => ({ fontFamily, bold: true, italic: false })),
  ]
  test.for(cases)('$fontFamily, bold: $bold, italic: $italic', async (style) => {
    const font = fontOf({ fontSize: 24, ...style })
    const measure = nodeMeasure()
    const theirs = await page.evaluate(([words, font]) => window.drawing.widths(words, font), [words, font] as const)
    expect(words.filter((word, index) => Math.abs(measure(word, font) - (theirs[index] ?? 0)) > 0.05)).toEqual([])
  })
})
