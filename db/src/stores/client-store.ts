import type { Knex } from 'knex'

/** What is known of one Yjs client id in a lesson. */
export interface LessonClient {
  clientId: number
  /** Whose it is; null: nobody has shown that yet. */
  userId: number | null
  /** Who brought the unconfirmed part; null: nobody, or somebody whose account is no more. */
  carrierId: number | null
  /** From this clock on, what is held was brought by somebody else than its owner; null: all of it is the owner's. */
  unconfirmedFrom: number | null
}

export interface StoredClient extends LessonClient {
  /** When anything was last noted of it. */
  notedAt: Date
}

export interface ClientStore {
  load(lessonId: number): Promise<StoredClient[]>
  /** Forgets whose these are. What is noted of one of them at the same time stays. */
  forget(lessonId: number, clients: readonly StoredClient[]): Promise<void>
  /** Durable when it resolves. Those of a person or lesson that is no more are left out. */
  put(lessonId: number, clients: readonly LessonClient[]): Promise<void>
}

/** Clients of any lessons, as `putClients` takes them. */
export interface ClientRow extends LessonClient {
  lessonId: number
}

/**
 * An id once owned stays its owner's, whatever comes later. In one order for all: two that wrote the same ids the other way round
 * would wait for each other, until PostgreSQL looks for such pairs after a second.
 */
const PUT = `
  INSERT INTO lesson_clients AS held (lesson_id, client_id, user_id, carrier_id, unconfirmed_from)
  SELECT lesson_id, client_id, user_id, (SELECT id FROM users WHERE id = carrier_id), unconfirmed_from
  FROM unnest(?::integer[], ?::bigint[], ?::integer[], ?::integer[], ?::bigint[])
    AS rows (lesson_id, client_id, user_id, carrier_id, unconfirmed_from)
  WHERE EXISTS (SELECT FROM lessons WHERE id = lesson_id)
    AND (user_id IS NULL OR EXISTS (SELECT FROM users WHERE id = user_id))
  ORDER BY lesson_id, client_id
  ON CONFLICT (lesson_id, client_id) DO UPDATE SET
    user_id = coalesce(held.user_id, excluded.user_id),
    carrier_id = excluded.carrier_id,
    unconfirmed_from = excluded.unconfirmed_from,
    created_at = now()`

/** Not what was noted since it was read. A millisecond more, for dates of JavaScript have no more digits. */
const FORGET = `
  DELETE FROM lesson_clients USING unnest(?::bigint[], ?::timestamptz[]) AS old (client_id, noted_at)
  WHERE lesson_id = ? AND lesson_clients.client_id = old.client_id
    AND created_at < old.noted_at + interval '1 millisecond'`

/** Writes them with whatever else `knex` (a transaction) writes. Of several of one id, the last counts. */
export async function putClients(knex: Knex, rows: readonly ClientRow[]): Promise<void> {
  const last = [...new Map(rows.map((row) => [`${row.lessonId}:${row.clientId}`, row])).values()]
  if (last.length === 0) return
  await knex.raw(PUT, [
    last.map((row) => row.lessonId),
    last.map((row) => row.clientId),
    nullableArray(last.map((row) => row.userId)),
    nullableArray(last.map((row) => row.carrierId)),
    nullableArray(last.map((row) => row.unconfirmedFrom)),
  ])
}

export function createClientStore(knex: Knex): ClientStore {
  return {
    async load(lessonId) {
      const rows = await knex('lesson_clients').where({ lesson_id: lessonId }).select<
        {
          client_id: string
          user_id: number | null
          carrier_id: number | null
          unconfirmed_from: string | null
          created_at: Date
        }[]
      >('client_id', 'user_id', 'carrier_id', 'unconfirmed_from', 'created_at')
      return rows.map((row) => ({
        clientId: Number(row.client_id),
        userId: row.user_id,
        carrierId: row.carrier_id,
        unconfirmedFrom: row.unconfirmed_from === null ? null : Number(row.unconfirmed_from),
        notedAt: row.created_at,
      }))
    },

    async forget(lessonId, clients) {
      const ids = clients.map(({ clientId }) => clientId)
      const dates = clients.map(({ notedAt }) => notedAt.toISOString())
      if (ids.length > 0) await knex.raw(FORGET, [ids, dates, lessonId])
    },

    put: (lessonId, clients) =>
      putClients(
        knex,
        clients.map((client) => ({ ...client, lessonId })),
      ),
  }
}

/** An array in PostgreSQL's own spelling: knex' types know none that holds null. */
function nullableArray(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}
