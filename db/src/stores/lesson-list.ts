import type { Person } from '@anawim/lesson'
import type { Knex } from 'knex'
import { searchWords } from '../text.ts'
import { pageOfLessons } from './lesson-page.ts'
import type { LessonQuery, ListedLesson } from './lesson-query.ts'
import { meantWords } from './meant-words.ts'
import { whereVisible } from './visible-lessons.ts'

/** One page of the lessons that this person may see. A search in the default order shows exact accents first. */
export async function listLessons(knex: Knex, query: LessonQuery): Promise<{ items: ListedLesson[]; total: number }> {
  const words = searchWords(query.search)
  const wanted = words.map((typed) => ({ typed, meant: [] }))
  const exact = await pageOfLessons(knex, query, wanted)
  if (exact.total > 0 || words.length === 0) return exact
  const meant = await meantWords(knex, words)
  if (meant.some(({ length }) => length === 0)) return exact
  const likely = words.map((typed, index) => ({ typed, meant: meant[index] ?? [] }))
  return pageOfLessons(knex, query, likely)
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
