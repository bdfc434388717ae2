import { Client } from 'pg'
import type { Knex } from 'knex'
import { connectionConfig } from './connect.ts'
import { emit } from './events.ts'

/** What keeps the database small and quick. Nothing here is urgent, and everything may be done twice. */
export interface Upkeep {
  /**
   * Deletes for ever what has been in the trash for that many days, at most `limit` lessons; answers which, and the addresses of their
   * pictures, which nobody needs any more.
   */
  purgeTrash(days: number, limit: number): Promise<{ lessons: number[]; pictures: string[] }>
  /** Deletes refused updates that are older; answers how many. */
  purgeQuarantine(days: number): Promise<number>
  /** Deletes links for viewing that have ended; answers how many. Nobody is told: they counted as gone. */
  purgeLinks(): Promise<number>
  /** Deletes logins that have ended; answers how many. */
  purgeSessions(): Promise<number>
  /** Frees what was deleted, and tells the planner what there is. Takes as long as it takes. */
  vacuum(): Promise<void>
}

/** Those that grow and shrink: the log and what is made of it, and what lists read. */
const BUSY_TABLES = [
  'lesson_updates',
  'lesson_snapshots',
  'lesson_versions',
  'lesson_clients',
  'lesson_quarantine',
  'lesson_places',
  'lessons',
  'search_words',
  'sessions',
]

export function createUpkeep(knex: Knex, url: string): Upkeep {
  return {
    purgeTrash: (days, limit) =>
      knex.transaction(async (trx) => {
        const gone = await trx('lessons')
          .whereRaw('deleted_at < now() - make_interval(secs => ? * 86400)', [days])
          .orderBy('deleted_at')
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .select<{ id: number; thumbnail: string | null }[]>('id', 'thumbnail')
        const lessons = gone.map(({ id }) => id)
        const drawn = await trx('lesson_versions')
          .whereIn('lesson_id', lessons)
          .whereNotNull('thumbnail')
          .pluck<string[]>('thumbnail')
        await trx('lessons').whereIn('id', lessons).delete()
        for (const lessonId of lessons) await emit(trx, { type: 'lesson', lessonId, change: 'trashed' })
        return { lessons, pictures: [...gone.flatMap(({ thumbnail }) => thumbnail ?? []), ...drawn] }
      }),

    purgeQuarantine: (days) =>
      knex('lesson_quarantine').whereRaw('created_at < now() - make_interval(secs => ? * 86400)', [days]).delete(),

    purgeLinks: () => knex('lesson_links').whereRaw('expires_at <= now()').delete(),

    purgeSessions: () => knex('sessions').whereRaw('expires_at < now()').delete(),

    async vacuum() {
      // A connection of its own: the stores' end what takes longer than a person waits.
      const client = new Client(connectionConfig(url, 'upkeep'))
      client.on('error', () => {})
      await client.connect()
      try {
        await client.query('SET statement_timeout = 0')
        for (const table of BUSY_TABLES) await client.query(`VACUUM (ANALYZE) ${client.escapeIdentifier(table)}`)
      } finally {
        await client.end()
      }
    },
  }
}
