/** Where the content of a watched lesson comes from: the document in memory while an editor has it open, else its JSON. */
import type { Database } from '@anawim/db'
import type { Replica } from '../reading/replica.ts'
import type { Rooms } from '../rooms/rooms.ts'

/** A lesson as it was last written. */
export interface StoredLesson {
  title: string
  json: string
}

export interface LessonSource {
  /** The document of this moment; undefined when no editor has the lesson open. */
  live(lessonId: number): Replica | undefined
  /** Null when there is no such lesson. */
  stored(lessonId: number): Promise<StoredLesson | null>
  title(lessonId: number): Promise<string | null>
}

export function createLessonSource(db: Pick<Database, 'lessons'>, rooms: Rooms): LessonSource {
  return {
    live: (lessonId) => rooms.replica(lessonId),
    stored: (lessonId) => db.lessons.withJson(lessonId),
    title: async (lessonId) => (await db.lessons.byId(lessonId))?.title ?? null,
  }
}
