import { drawPageToPng } from '@anawim/drawing/node'
import { forReaders } from '@anawim/lesson'
import { randomBytes } from 'node:crypto'
import type { LessonJob } from '../job.ts'
import { loadPageImages } from './page-images.ts'

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
    if (!page) return
    const png = await drawPageToPng(page, { width: WIDTH, images: await loadPageImages(page, db.blobs) })

    const path = `${randomBytes(16).toString('base64url')}/thumbnail.png`
    await db.blobs.write(path, png)
    const previous = await db.lessons.setThumbnail(lessonId, `/media/${path}`, lesson.contentUpdateId)
    if (previous) await db.blobs.remove(previous.replace(/^\/media\//, ''))
    log.debug({ lessonId, bytes: png.length }, 'drew a thumbnail')
  },
}
