import type { Knex } from 'knex'
import { containing, FOLDED_PATTERN } from '../text.ts'

/** A word that must be found, or one of these in its place: what may have been meant, folded. */
export interface Wanted {
  typed: string
  meant: readonly string[]
}

/** In title, description or topic, anywhere in a word; on the canvas, where a word begins. Both by index, joined as bitmaps. */
const FOUND = `(lessons.search LIKE ${FOLDED_PATTERN} OR lessons.canvas_words @@ anawim_prefixes(anawim_fold(?)))`

/** Leaves the lessons in which every one of these is found. */
export function whereFound(query: Knex.QueryBuilder, wanted: readonly Wanted[]): void {
  for (const { typed, meant } of wanted) {
    const words = meant.length > 0 ? meant : [typed]
    const sql = words.map(() => FOUND).join(' OR ')
    query.whereRaw(
      `(${sql})`,
      words.flatMap((word) => [word, word]),
    )
  }
}

/**
 * How well a lesson matches, the best the most: words in the title as they were typed, accents and all; then in description and topic, then on the canvas, and
 * then what was found without accents in title, description or topic.
 */
export function matchScore(knex: Knex, wanted: readonly Wanted[]): Knex.Raw {
  const score = `
    CASE WHEN lower(lessons.title) LIKE lower(?) THEN 8
         WHEN lower(lessons.description || ' ' || coalesce(lessons.topic, '')) LIKE lower(?) THEN 4
         WHEN lessons.canvas_words @@ anawim_prefixes(lower(?)) AND ? <> anawim_fold(?) THEN 2
         WHEN lessons.search LIKE ${FOLDED_PATTERN} THEN 1 ELSE 0 END`
  return knex.raw(
    `${wanted.map(() => score).join(' + ')} AS score`,
    wanted.flatMap(({ typed }) => [containing(typed), containing(typed), typed, typed.toLowerCase(), typed, typed]),
  )
}
