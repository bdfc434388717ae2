import type { Knex } from 'knex'
import { emit } from '../events.ts'
import type { MadeCanvas } from './lesson-store.ts'

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
