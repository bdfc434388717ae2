import { isOfContent, type LessonJob } from '../job.ts'
import { pathOf } from './page-images.ts'
import { storePicture } from './store-picture.ts'

/** The picture on a lesson's card. */
export const drawThumbnail: LessonJob = {
  name: 'thumbnail',
  isAskedBy: (event) => isOfContent(event) || (event.type === 'lesson' && event.change === 'created'),
  delaySeconds: (config) => config.thumbnailDelaySeconds,
  missing: ({ db }) => db.lessons.needingThumbnail(500),

  async run({ db, log }, lessonId) {
    const lesson = await db.lessons.withContent(lessonId)
    if (!lesson || lesson.deletedAt) return
    const url = await storePicture(lesson.content, db.blobs)
    const unneeded = await db.lessons.setThumbnail(lessonId, url, lesson.contentUpdateId)
    if (unneeded) await db.blobs.remove(pathOf(unneeded))
    log.debug({ lessonId, url: url !== null }, 'drew a thumbnail')
  },
}
