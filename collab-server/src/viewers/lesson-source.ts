/** Where the content of a watched lesson comes from: the document in memory while an editor has it open, else its JSON. */
import type { Database } from '@anawim/db'
import type { LessonContent } from '@anawim/lesson'
import { readContent } from '@anawim/lesson/doc'
import type { Rooms } from '../rooms/rooms.ts'

export interface LessonSource {
  /** As the document is at this moment; null when no editor has the lesson open. */
  live(lessonId: number): LessonContent | null
  /** As it was last written; null when there is no such lesson. */
  stored(lessonId: number): Promise<{ title: string; content: LessonContent } | null>
}

export function createLessonSource(db: Pick<Database, 'lessons'>, rooms: Rooms): LessonSource {
  return {
    live(lessonId) {
      const room = rooms.get(lessonId)
      return room ? readContent(room.document) : null
    },
    stored: (lessonId) => db.lessons.withContent(lessonId),
  }
}
