import type { Knex } from 'knex'
import { sharedWith, type Condition } from './visible-lessons.ts'

/** Where a person looks among the lessons that they see. */
export const lessonPlaces = ['own', 'shared', 'favourites', 'recent'] as const
export type LessonPlace = (typeof lessonPlaces)[number]

const placed = (how: string) => `lessons.id IN (SELECT lesson_id FROM lesson_places WHERE user_id = ? AND ${how})`

const conditions: Record<LessonPlace, (personId: number) => Condition> = {
  own: (id) => ['lessons.author_id = ?', [id]],
  shared: sharedWith,
  favourites: (id) => [placed('is_favourite'), [id]],
  recent: (id) => [placed('opened_at IS NOT NULL'), [id]],
}

/** Leaves the lessons that are there. */
export function whereInPlace(
  query: Knex.QueryBuilder,
  personId: number,
  { place, folderId }: { place?: LessonPlace | undefined; folderId?: number | undefined },
): void {
  if (place !== undefined) query.whereRaw(...conditions[place](personId))
  if (folderId !== undefined) query.whereRaw(placed('folder_id = ?'), [personId, folderId])
}
