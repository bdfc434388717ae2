import type { Knex } from 'knex'
import { emit } from '../events.ts'

/** A canvas as a new lesson is stored with it. Making one blocks its thread, a tenth of a second for thousands of elements. */
export interface MadeCanvas {
  json: string
  /** What `createDocState` makes of exactly this content. */
  state: Uint8Array
}

/** A new lesson's row, its first snapshot and its JSON, inside the caller's transaction; answers its id. */
export async function insertLesson(
  trx: Knex,
  columns: Record<string, unknown>,
  { json, state }: MadeCanvas,
): Promise<number> {
  const [row] = (await trx('lessons')
    .insert({ ...columns, content: json })
    .returning('id')) as { id: number }[]
  if (!row) throw new Error('an insert returned no row')
  await trx('lesson_snapshots').insert({ lesson_id: row.id, state: Buffer.from(state), last_update_id: '0' })
  await emit(trx, { type: 'lesson', lessonId: row.id, change: 'created' })
  return row.id
}
