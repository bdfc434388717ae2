import type { Knex } from 'knex'

/** Where a person looks among the lessons that they see. */
export const lessonPlaces = ['own', 'shared', 'favourites', 'recent'] as const
export type LessonPlace = (typeof lessonPlaces)[number]

const conditions: Record<LessonPlace, string> = {
  own: 'lessons.author_id = ?',
  shared: 'lessons.id IN (SELECT lesson_id FROM lesson_members WHERE user_id = ?)',
  favourites: 'lessons.id IN (SELECT lesson_id FROM lesson_places WHERE user_id = ? AND is_favourite)',
  recent: 'lessons.id IN (SELECT lesson_id FROM lesson_places WHERE user_id = ? AND opened_at IS NOT NULL)',
}

/** Leaves the lessons that are there. */
export function whereInPlace(
  query: Knex.QueryBuilder,
  personId: number,
  { place, folderId }: { place?: LessonPlace | undefined; folderId?: number | undefined },
): void {
  if (place !== undefined) query.whereRaw(conditions[place], [personId])
  if (folderId !== undefined) {
    query.whereRaw('lessons.id IN (SELECT lesson_id FROM lesson_places WHERE user_id = ? AND folder_id = ?)', [
      personId,
      folderId,
    ])
  }
}
