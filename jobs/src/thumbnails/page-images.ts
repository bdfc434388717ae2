import { loadImageFile } from '@anawim/drawing/node'
import type { ImageSource } from '@anawim/drawing'
import type { BlobStore } from '@anawim/db'
import { type LessonPage, pictureAddresses } from '@anawim/lesson'

/** The pictures of a page, decoded. One that is missing or broken is left out: the drawing shows its placeholder. */
export async function loadPageImages(page: LessonPage, blobs: BlobStore): Promise<ImageSource> {
  const images = new Map<string, object>()
  for (const src of pictureAddresses(page)) {
    try {
      images.set(src, await loadImageFile(await blobs.read(pathOf(src))))
    } catch {
      // A lesson may name a picture that was removed; its thumbnail is drawn all the same.
    }
  }
  return { get: (src) => images.get(src) ?? null }
}

/** Where the blob store keeps what is served under that address. */
export function pathOf(url: string): string {
  return url.replace(/^\/media\//, '')
}
