import type { LessonStatus, MemberRole, Person } from '@anawim/lesson'
import type { Knex } from 'knex'
import { searchWords } from '../text.ts'
import { whereInPlace, type LessonPlace } from './lesson-places.ts'
import { selectLessons, toLessonRow, type LessonRow, type SelectedLesson } from './lesson-row.ts'
import { orderByMatch, whereFound, type Wanted } from './lesson-search.ts'
import { meantWords } from './meant-words.ts'
import { whereVisible } from './visible-lessons.ts'

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

type Mine = Pick<ListedLesson, 'memberRole' | 'folderId'> & { isFavourite: boolean | null }

/** By themselves, or as a pupil of a class that it is shared with. */
const MEMBER_ROLE = `coalesce(lesson_members.role, CASE WHEN EXISTS (
  SELECT FROM lesson_classes JOIN class_pupils USING (class_id)
  WHERE lesson_classes.lesson_id = lessons.id AND class_pupils.user_id = ?) THEN 'viewer' END)`

const orders: Record<LessonSort, string> = {
  '-updated_at': 'lessons.updated_at DESC, lessons.id DESC',
  updated_at: 'lessons.updated_at, lessons.id',
  '-created_at': 'lessons.created_at DESC, lessons.id DESC',
  created_at: 'lessons.created_at, lessons.id',
  title: 'lessons.title COLLATE "vi-x-icu", lessons.id',
  '-title': 'lessons.title COLLATE "vi-x-icu" DESC, lessons.id DESC',
}

/** One page of the lessons that this person may see. A search in the default order shows exact accents first. */
export async function listLessons(knex: Knex, query: LessonQuery): Promise<{ items: ListedLesson[]; total: number }> {
  const words = searchWords(query.search)
  const exact = await page(
    knex,
    query,
    words.map((typed) => ({ typed, meant: [] })),
  )
  if (exact.total > 0 || words.length === 0) return exact
  const meant = await meantWords(knex, words)
  if (meant.some(({ length }) => length === 0)) return exact
  return page(
    knex,
    query,
    words.map((typed, index) => ({ typed, meant: meant[index] ?? [] })),
  )
}

async function page(
  knex: Knex,
  query: LessonQuery,
  wanted: readonly Wanted[],
): Promise<{ items: ListedLesson[]; total: number }> {
  const { person } = query
  const narrow = (builder: Knex.QueryBuilder) => {
    whereVisible(builder, person, query.trash === true)
    whereInPlace(builder, person.id, query)
    whereFound(builder, wanted)
    if (query.status !== undefined) builder.where('lessons.status', query.status)
    if (query.level !== undefined) builder.where('lessons.level', query.level)
    if (query.topic !== undefined) builder.where('lessons.topic', query.topic)
  }
  const order = (builder: Knex.QueryBuilder) => {
    if (query.sort === '-updated_at') orderByMatch(builder, wanted)
    if (query.sort === '-updated_at' && query.place === 'recent') builder.orderByRaw('mine.opened_at DESC')
    builder.orderByRaw(orders[query.sort])
  }
  const [rows, counted] = await Promise.all([
    selectLessons(knex)
      .select({ isFavourite: 'mine.is_favourite', folderId: 'mine.folder_id' })
      .select<(SelectedLesson & Mine)[]>(knex.raw(`${MEMBER_ROLE} AS "memberRole"`, [person.id]))
      .leftJoin('lesson_members', (join) =>
        join.on('lesson_members.lesson_id', 'lessons.id').andOn('lesson_members.user_id', knex.raw('?', [person.id])),
      )
      .leftJoin('lesson_places AS mine', (join) =>
        join.on('mine.lesson_id', 'lessons.id').andOn('mine.user_id', knex.raw('?', [person.id])),
      )
      .modify(narrow)
      .modify(order)
      .offset(query.skip)
      .limit(query.limit),
    knex('lessons').select<{ total: number }[]>(knex.raw('count(*)::int AS total')).modify(narrow),
  ])
  const items = rows.map((row: SelectedLesson & Mine) => ({
    ...toLessonRow(row),
    isFavourite: row.isFavourite === true,
  }))
  return { items, total: counted[0]?.total ?? 0 }
}

/** The levels and topics of the lessons that this person may see, in Vietnamese order: what filters offer. */
export async function lessonFacets(knex: Knex, person: Person): Promise<{ levels: string[]; topics: string[] }> {
  const distinct = async (column: 'level' | 'topic'): Promise<string[]> => {
    const values: string[] = await knex('lessons')
      .modify((query) => whereVisible(query, person, false))
      .whereNotNull(column)
      .groupBy(column)
      .orderByRaw('?? COLLATE "vi-x-icu"', [column])
      .limit(200)
      .pluck(column)
    return values
  }
  const [levels, topics] = await Promise.all([distinct('level'), distinct('topic')])
  return { levels, topics }
}
