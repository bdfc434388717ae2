import type { Knex } from 'knex'

/** Words that are alike, that are weighed, and that a search then tries. */
const MOST_ALIKE = 80
const MOST_MEANT = 5

/** What somebody may have meant who typed these words, of those that lessons hold, the most alike first; folded. */
export async function meantWords(knex: Knex, words: readonly string[]): Promise<string[][]> {
  return knex.transaction(async (trx) => {
    // Two letters of a short word changed places: less alike than PostgreSQL's own limit.
    await trx.raw('SET LOCAL pg_trgm.similarity_threshold = 0.2')
    const all: string[][] = []
    for (const typed of words) {
      const { rows } = await trx.raw<{ rows: { typed: string; word: string }[] }>(
        `SELECT typed, word FROM search_words, anawim_fold(?) typed
         WHERE word % typed AND abs(length(word) - length(typed)) <= 2
         ORDER BY similarity(word, typed) DESC, word LIMIT ?`,
        [typed, MOST_ALIKE],
      )
      const near = rows
        .map(({ word, typed: folded }) => ({ word, slips: slipsBetween(folded, word), most: mostSlips(folded) }))
        .filter(({ slips, most }) => slips <= most)
        .toSorted((a, b) => a.slips - b.slips)
      all.push(near.slice(0, MOST_MEANT).map(({ word }) => word))
    }
    return all
  })
}

/** How many slips a word of that length is forgiven. */
function mostSlips({ length }: string): number {
  return length < 3 ? 0 : length < 7 ? 1 : 2
}

/** Letters that are missing, too many, wrong, or in each other's place (Damerau and Levenshtein). */
export function slipsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const [above = [], before = []] = [rows[row - 1], rows[row - 2]]
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const ways = [(line[column - 1] ?? 0) + 1, (above[column] ?? 0) + 1, (above[column - 1] ?? 0) + (isSame ? 0 : 1)]
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwapped) ways.push((before[column - 2] ?? 0) + 1)
      line.push(Math.min(...ways))
    }
    rows.push(line)
  }
  return rows[a.length]?.[b.length] ?? 0
}
