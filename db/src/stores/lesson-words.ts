import type { Knex } from 'knex'
import { storedText } from '../text.ts'

/** What lessons are found by beside their titles. */
export interface LessonWords {
  /** What readers can read on the canvas up to that row of the log. Moves no revision, and is said to nobody. */
  setWords(id: number, canvasText: string, contentUpdateId: string): Promise<void>
  /** Lessons whose words are not of their canvas, the longest unchanged first. */
  needingWords(limit: number): Promise<number[]>
}

/** Each word as it is written and folded: the first ranks exact accents. A `tsvector` holds at most 1 MB of them. */
const WRITE = `
  UPDATE lessons SET words_update_id = ?::bigint, canvas_words =
    array_to_tsvector((SELECT coalesce(array_agg(word), '{}') FROM
      (SELECT DISTINCT unnest(anawim_words(lower(?)) || anawim_words(anawim_fold(?))) AS word LIMIT 20000) words))
  WHERE id = ? AND words_update_id IS DISTINCT FROM ?::bigint`

const REMEMBER = `
  INSERT INTO search_words (word)
  SELECT unnest(anawim_words(lessons.search || ' ' || anawim_fold(?))) FROM lessons WHERE id = ? AND NOT is_template
  ON CONFLICT DO NOTHING`

export function createLessonWords(knex: Knex): LessonWords {
  return {
    async setWords(id, canvasText, contentUpdateId) {
      const text = storedText(canvasText)
      await knex.raw(WRITE, [contentUpdateId, text, text, id, contentUpdateId])
      await knex.raw(REMEMBER, [text, id])
    },

    needingWords: (limit) =>
      knex('lessons')
        .whereRaw('deleted_at IS NULL AND words_update_id IS DISTINCT FROM projected_update_id')
        .orderBy('updated_at')
        .limit(limit)
        .pluck<number[]>('id'),
  }
}
