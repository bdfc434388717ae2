import { limits, type MemberRole } from '@anawim/lesson'
import type { Knex } from 'knex'
import { prepared } from '../prepared.ts'
import { whereInPlace } from './lesson-places.ts'
import type { LessonQuery, LessonSort, ListedLesson } from './lesson-query.ts'
import { selectLessons, toLessonRow, type SelectedLesson } from './lesson-row.ts'
import { matchScore, whereFound, type Wanted } from './lesson-search.ts'
import { countVisible, whereVisible } from './visible-lessons.ts'

/** A lesson with what the asking person makes of it. */
type Selected = SelectedLesson & {
  memberRole: MemberRole | null
  isFavourite: boolean | null
  folderId: number | null
  /** Of a search: how many it found. */
  total?: number
}

/** By themselves, or as a pupil of a class that it is shared with. */
const MEMBER_ROLE = `coalesce(lesson_members.role, CASE WHEN EXISTS (
  SELECT FROM lesson_classes JOIN class_pupils USING (class_id)
  WHERE lesson_classes.lesson_id = lessons.id AND class_pupils.user_id = ?) THEN 'viewer' END)`

/** What the dashboard asks for, and who says nothing. */
const usualLimits: ReadonlySet<number> = new Set([24, 20])

const orders: Record<LessonSort, string> = {
  '-updated_at': 'lessons.updated_at DESC, lessons.id DESC',
  updated_at: 'lessons.updated_at, lessons.id',
  '-created_at': 'lessons.created_at DESC, lessons.id DESC',
  created_at: 'lessons.created_at, lessons.id',
  title: 'lessons.title COLLATE "vi-x-icu", lessons.id',
  '-title': 'lessons.title COLLATE "vi-x-icu" DESC, lessons.id DESC',
}

/**
 * One page of what this person may see, and how many there are in all. Which ones is found first, by index alone where there is one for
 * it; what is shown of them is looked up for those of the page only.
 */
export async function pageOfLessons(
  knex: Knex,
  query: LessonQuery,
  wanted: readonly Wanted[],
): Promise<{ items: ListedLesson[]; total: number }> {
  const isSearch = wanted.length > 0
  const count = () => countLessons(knex, query, wanted)
  const [rows, counted] = await Promise.all([selectPage(knex, query, wanted), isSearch ? null : count()])
  const items = rows.map(({ isFavourite, ...row }) => ({ ...toLessonRow(row), isFavourite: isFavourite === true }))
  // Behind the last page of a search there is no row that says it.
  const total = counted ?? rows[0]?.total ?? (query.skip > 0 ? await count() : 0)
  return { items, total }
}

async function selectPage(knex: Knex, query: LessonQuery, wanted: readonly Wanted[]): Promise<Selected[]> {
  const { person, sort } = query
  const [isSearch, isNewest] = [wanted.length > 0, sort === '-updated_at']
  const ofPerson = (table: string) => (join: Knex.JoinClause) =>
    join.on(`${table}.lesson_id`, 'lessons.id').andOn(`${table}.user_id`, knex.raw('?', [person.id]))
  const isOpened = isNewest && query.place === 'recent'

  const narrowed = knex('lessons').modify(narrowedTo, query, wanted)
  const found = isSearch ? countedIn(knex, narrowed, wanted, sort) : narrowed.select('lessons.id')
  if (isSearch && isNewest) found.orderBy('lessons.score', 'desc')
  if (isOpened) found.join('lesson_places AS opened', ofPerson('opened')).orderBy('opened.opened_at', 'desc')
  const isUsual = isUsualPage(query)
  found.orderByRaw(orders[sort]).offset(query.skip).limit(query.limit, { skipBinding: isUsual })

  const shown = selectLessons(knex)
    .select({ isFavourite: 'mine.is_favourite', folderId: 'mine.folder_id' })
    .select<Selected[]>(knex.raw(`${MEMBER_ROLE} AS "memberRole"`, [person.id]))
    .join(found.as('found'), 'found.id', 'lessons.id')
    .leftJoin('lesson_members', ofPerson('lesson_members'))
    .leftJoin('lesson_places AS mine', ofPerson('mine'))
  if (isSearch) shown.select('found.total')
  if (isSearch && isNewest) shown.orderBy('found.score', 'desc')
  if (isOpened) shown.orderBy('mine.opened_at', 'desc')
  if (isUsual) shown.options(prepared)
  return shown.orderByRaw(orders[sort])
}

/** The first page of all or of a place, in the order that everybody sees when they come. */
function isUsualPage({ search, skip, limit, sort, status, level, topic, folderId }: LessonQuery): boolean {
  const isNarrowed = [search, status, level, topic, folderId].some((value) => value !== undefined)
  return !isNarrowed && skip === 0 && usualLimits.has(limit) && sort === '-updated_at'
}

async function countLessons(knex: Knex, query: LessonQuery, wanted: readonly Wanted[]): Promise<number> {
  const { person, place, status } = query
  const hasOther = query.folderId !== undefined || query.level !== undefined || query.topic !== undefined
  if (!hasOther && !query.trash && wanted.length === 0 && (place === undefined || place === 'own')) {
    return countVisible(knex, person, (builder) => {
      whereInPlace(builder, person.id, { place })
      if (status !== undefined) builder.where('lessons.status', status)
    })
  }
  const counted = knex('lessons').select<{ total: number }[]>(knex.raw('count(*)::int AS total'))
  const [row] = await counted.modify(narrowedTo, query, wanted)
  const total = row?.total ?? 0
  return wanted.length > 0 ? Math.min(total, limits.foundLessons) : total
}

/**
 * All that a search finds has to be there to be put in order: it is counted in the same go, with no more of each lesson than that takes, and
 * no more of them than anybody looks through.
 */
function countedIn(
  knex: Knex,
  narrowed: Knex.QueryBuilder,
  wanted: readonly Wanted[],
  sort: LessonSort,
): Knex.QueryBuilder {
  const columns = ['lessons.id', 'lessons.updated_at', 'lessons.created_at', 'lessons.title']
  const matches = narrowed
    .select(...columns, matchScore(knex, wanted))
    .orderByRaw(orders[sort])
    .limit(limits.foundLessons)
  return knex
    .withMaterialized('matches', matches)
    .select('lessons.id', 'lessons.score', knex.raw('(SELECT count(*)::int FROM matches) AS total'))
    .from('matches AS lessons')
}

/** Leaves what is asked for. */
function narrowedTo(builder: Knex.QueryBuilder, query: LessonQuery, wanted: readonly Wanted[]): void {
  whereVisible(builder, query.person, query.trash === true)
  whereInPlace(builder, query.person.id, query)
  whereFound(builder, wanted)
  if (query.status !== undefined) builder.where('lessons.status', query.status)
  if (query.level !== undefined) builder.where('lessons.level', query.level)
  if (query.topic !== undefined) builder.where('lessons.topic', query.topic)
}
