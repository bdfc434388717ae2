import { isOfContent, type LessonJob } from '../job.ts'
import { canvasText } from './canvas-text.ts'

/** The words by which a lesson is found. */
export const indexWords: LessonJob = {
  name: 'search-words',
  isAskedBy: (event) =>
    isOfContent(event) || (event.type === 'lesson' && (event.change === 'created' || event.change === 'updated')),
  delaySeconds: (config) => config.thumbnailDelaySeconds,
  missing: ({ db }) => db.lessons.needingWords(500),

  async run({ db }, lessonId) {
    const lesson = await db.lessons.withContent(lessonId)
    if (!lesson || lesson.deletedAt) return
    await db.lessons.setWords(lessonId, canvasText(lesson.content), lesson.contentUpdateId)
  },
}
