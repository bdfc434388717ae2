import { drawPageToPng } from '@anawim/drawing/node'
import type { BlobStore } from '@anawim/db'
import { forReaders, pageDefaults, type LessonPage } from '@anawim/lesson'
import { randomBytes } from 'node:crypto'
import type { LessonJob } from '../job.ts'
import { loadPageImages, pathOf } from './page-images.ts'

/** Pixels: twice what a card shows, for dense screens. */
const WIDTH = 640

/**
 * The picture on a lesson's card: its first page as readers see it. Its address is a capability like that of any
 * media, and a new one each time, because media are cached for ever.
 */
export const drawThumbnail: LessonJob = {
  name: 'thumbnail',
  delaySeconds: (config) => config.thumbnailDelaySeconds,
  missing: ({ db }) => db.lessons.needingThumbnail(500),

  async run({ db, log }, lessonId) {
    const lesson = await db.lessons.withContent(lessonId)
    if (!lesson || lesson.deletedAt) return
    const page = forReaders(lesson.content).pages[0]
    const url = page && !isBlank(page) ? await storePicture(page, db.blobs) : null
    const unneeded = await db.lessons.setThumbnail(lessonId, url, lesson.contentUpdateId)
    if (unneeded) await db.blobs.remove(pathOf(unneeded))
    log.debug({ lessonId, url: url !== null }, 'drew a thumbnail')
  },
}

/** White paper says less than the stand-in that the lists draw for a lesson without a picture. */
function isBlank(page: LessonPage): boolean {
  return page.elements.length === 0 && page.background === pageDefaults.background
}

async function storePicture(page: LessonPage, blobs: BlobStore): Promise<string> {
  const png = await drawPageToPng(page, { width: WIDTH, images: await loadPageImages(page, blobs) })
  const path = `${randomBytes(16).toString('base64url')}/thumbnail.png`
  await blobs.write(path, png)
  return `/media/${path}`
}
