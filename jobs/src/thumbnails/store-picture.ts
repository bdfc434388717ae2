import { drawPageToPng } from '@anawim/drawing/node'
import type { BlobStore } from '@anawim/db'
import { forReaders, pageDefaults, type LessonContent, type LessonPage } from '@anawim/lesson'
import { randomBytes } from 'node:crypto'
import { loadPageImages } from './page-images.ts'

/** Pixels: twice what a card shows, for dense screens. */
const WIDTH = 640

/**
 * Draws the first page as readers see it, and answers the picture's address; null when there is nothing to see. The address is a
 * capability like that of any media, and a new one each time, because media are cached for ever.
 */
export async function storePicture(content: LessonContent, blobs: BlobStore): Promise<string | null> {
  const page = forReaders(content).pages[0]
  if (!page || isBlank(page)) return null
  const png = await drawPageToPng(page, { width: WIDTH, images: await loadPageImages(page, blobs) })
  const path = `${randomBytes(16).toString('base64url')}/thumbnail.png`
  await blobs.write(path, png)
  return `/media/${path}`
}

/** White paper says less than the stand-in that the lists draw for a lesson without a picture. */
function isBlank({ elements, background, backgroundGradient, backgroundImage }: LessonPage): boolean {
  return elements.length === 0 && background === pageDefaults.background && !backgroundGradient && !backgroundImage
}
