import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differenceFromGolden, samplePicture } from '../golden.ts'
import { pages, PICTURE } from '../samples/pages.ts'
import { openDrawingPage } from './open-page.ts'

let page: Page
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openDrawingPage()
  page = opened.page
  close = opened.close
  await page.evaluate((all) => window.drawing.loadFonts(all), JSON.stringify(pages))
})
afterAll(() => close())

/** Edges are smoothed a little differently; a line, a letter or a shape in another place is far more than this. */
test.skipIf(process.env['UPDATE_GOLDEN'] === '1').for(Object.entries(pages))(
  'Chromium draws %s as Node does',
  async ([name, drawn]) => {
    const images = { [PICTURE]: `data:image/png;base64,${samplePicture().toString('base64')}` }
    const address = await page.evaluate(([drawn, images]) => window.drawing.draw(drawn, images), [
      drawn,
      images,
    ] as const)
    const png = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
    expect(await differenceFromGolden(name, png, 0.35)).toBeLessThan(0.004)
  },
)
