import { drawPageToPng, loadImageFile } from '@anawim/drawing/node'
import { expect, test } from 'vitest'
import { differenceFromGolden, samplePicture } from './golden.ts'
import { pages, PICTURE } from './samples/pages.ts'

test.for(Object.entries(pages))('Node draws %s as it was looked at', async ([name, page]) => {
  const picture = await loadImageFile(samplePicture())
  const png = await drawPageToPng(page, { images: { get: (src) => (src === PICTURE ? picture : null) } })
  expect(await differenceFromGolden(name, png, 0.1)).toBeLessThan(0.0005)
})
