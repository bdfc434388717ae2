/** What is asked of a list of lessons, and what it shows. */
import type { LessonStatus, MemberRole, Person } from '@anawim/lesson'
import type { LessonPlace } from './lesson-places.ts'
import type { LessonRow } from './lesson-row.ts'

export const lessonSorts = ['-updated_at', 'updated_at', '-created_at', 'created_at', 'title', '-title'] as const
export type LessonSort = (typeof lessonSorts)[number]

export interface LessonQuery {
  person: Person
  skip: number
  limit: number
  /**
   * Every word must be found in title, description, topic or on the canvas; without accents it finds them with and without. When nothing
   * is found, words are tried that are nearly the same.
   */
  search?: string | undefined
  status?: LessonStatus | undefined
  level?: string | undefined
  topic?: string | undefined
  sort: LessonSort
  /** The trash instead of the rest: one's own, admins all. */
  trash?: boolean | undefined
  /** Where the asking person looks; `recent` in the default order shows what was opened last. */
  place?: LessonPlace | undefined
  /** A folder of the asking person's own; of somebody else's, nothing. */
  folderId?: number | undefined
}

export type ListedLesson = LessonRow & {
  /** What the asking person is in this lesson; null for its author too. */
  memberRole: MemberRole | null
  isFavourite: boolean
  folderId: number | null
}
