import type { LessonSort } from '@anawim/api/contract'

/** The orders that the dashboard offers. */
export const lessonSortNames = [
  '-updated_at',
  'updated_at',
  '-created_at',
  'created_at',
  'title',
  '-title',
] as const satisfies readonly LessonSort[]

export type LessonSortName = (typeof lessonSortNames)[number]
