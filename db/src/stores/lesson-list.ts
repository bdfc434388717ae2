import type { LessonStatus, MemberRole, Person } from '@anawim/lesson'
import type { Knex } from 'knex'
import { containing, FOLDED_PATTERN, searchWords } from '../text.ts'
import { selectLessons, toLessonRow, type LessonRow, type SelectedLesson } from './lesson-row.ts'
import { whereVisible } from './visible-lessons.ts'

export const lessonSorts = ['-updated_at', 'updated_at', '-created_at', 'created_at', 'title', '-title'] as const
export type LessonSort = (typeof lessonSorts)[number]

export interface LessonQuery {
  person: Person
  skip: number
  limit: number
  /** Every word must be found in title, description or topic; without accents it finds them with and without. */
  search?: string | undefined
  status?: LessonStatus | undefined
  level?: string | undefined
  topic?: string | undefined
  sort: LessonSort
  /** The trash instead of the rest: one's own, admins all. */
  trash?: boolean | undefined
}

export type ListedLesson = LessonRow & {
  /** What the asking person is in this lesson; null for its author too. */
  memberRole: MemberRole | null
}

/** By themselves, or as a pupil of a class that it is shared with. */
const MEMBER_ROLE = `coalesce(lesson_members.role, CASE WHEN EXISTS (
  SELECT FROM lesson_classes JOIN class_pupils USING (class_id)
  WHERE lesson_classes.lesson_id = lessons.id AND class_pupils.user_id = ?) THEN 'viewer' END) AS "memberRole"`

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
  const narrow = (builder: Knex.QueryBuilder) => {
    whereVisible(builder, query.person, query.trash === true)
    for (const word of words) builder.whereRaw(`lessons.search LIKE ${FOLDED_PATTERN}`, [word])
    if (query.status !== undefined) builder.where('lessons.status', query.status)
    if (query.level !== undefined) builder.where('lessons.level', query.level)
    if (query.topic !== undefined) builder.where('lessons.topic', query.topic)
  }
  const rank = (builder: Knex.QueryBuilder) => {
    if (query.sort !== '-updated_at') return
    for (const word of words) builder.orderByRaw('(lower(lessons.title) LIKE lower(?)) DESC', [containing(word)])
  }
  const [rows, counted] = await Promise.all([
    selectLessons(knex)
      .select<(SelectedLesson & { memberRole: MemberRole | null })[]>(knex.raw(MEMBER_ROLE, [query.person.id]))
      .leftJoin('lesson_members', (join) =>
        join
          .on('lesson_members.lesson_id', 'lessons.id')
          .andOn('lesson_members.user_id', knex.raw('?', [query.person.id])),
      )
      .modify(narrow)
      .modify(rank)
      .orderByRaw(orders[query.sort])
      .offset(query.skip)
      .limit(query.limit),
    knex('lessons').select<{ total: number }[]>(knex.raw('count(*)::int AS total')).modify(narrow),
  ])
  return { items: rows.map(toLessonRow), total: counted[0]?.total ?? 0 }
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
