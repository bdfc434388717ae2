import type { Knex } from 'knex'
import { Client } from 'pg'
import { connectionConfig } from './connect.ts'
import type { Logger } from './logger.ts'

/** What happened, said to every process of this database once it is committed. */
export type AnawimEvent =
  | {
      type: 'lesson'
      lessonId: number
      change: 'created' | 'updated' | 'published' | 'unpublished' | 'trashed' | 'restored'
    }
  /** The canvas' JSON was written anew. */
  | { type: 'content'; lessonId: number }
  /** A template was made, published, moved or removed. */
  | { type: 'template'; templateId: number }
  /** One person's folders, favourites or what they opened last. */
  | { type: 'folders'; userId: number }
  /** A version of it was kept or removed. */
  | { type: 'version'; lessonId: number }
  /** One waits to be sent. */
  | { type: 'mail'; mailId: number }
  /** One person's membership changed. */
  | { type: 'access'; lessonId: number; userId: number }
  /** A link for viewing was taken back. */
  | { type: 'link'; lessonId: number; linkId: number }
  | {
      type: 'user'
      userId: number
      /** `sessions`: they were logged out somewhere; every access token of theirs has ended, and is renewed where they were not. */
      change: 'updated' | 'suspended' | 'activated' | 'role' | 'password' | 'sessions' | 'registered'
    }

/** Each function returns the one that ends it. */
export interface Events {
  on(listener: (event: AnawimEvent) => void): () => void
  /** The connection was lost and is back: what was missed is unknown, so judge all again. */
  onReconnect(listener: () => void): () => void
}

export const CHANNEL = 'anawim'
const KEEPALIVE_EVERY = 10_000
const KEEPALIVE_WAIT = 5_000
const RETRY_FIRST = 50
const RETRY_LONGEST = 2_000

/** Says it inside the transaction of the change: listeners hear it when that commits, and never when it does not. */
export async function emit(trx: Knex, event: AnawimEvent): Promise<void> {
  await trx.raw('SELECT pg_notify(?, ?)', notification(event))
}

/** Says `access` of each lesson and person that a query gives, as `lesson_id` and `user_id`, in one statement. */
export async function emitAccess(trx: Knex, pairs: Knex.QueryBuilder): Promise<void> {
  await trx
    .with('pairs', pairs)
    .select(
      trx.raw("pg_notify(?, json_build_object('type', 'access', 'lessonId', lesson_id, 'userId', user_id)::text)", [
        CHANNEL,
      ]),
    )
    .from('pairs')
}

/** The two arguments of `pg_notify`, for a statement that changes and says it at once. */
export function notification(event: AnawimEvent): [string, string] {
  return [CHANNEL, JSON.stringify(event)]
}

/** Listens on a connection of its own, which it replaces when it breaks or falls silent. Rejects when the first fails. */
export async function listen(url: string, log: Logger): Promise<Events & { close(): Promise<void> }> {
  const listeners = new Set<(event: AnawimEvent) => void>()
  const reconnectListeners = new Set<() => void>()
  let client: Client | null = null
  let isClosed = false
  let retry: NodeJS.Timeout | null = null

  function tell<T extends unknown[]>(all: Set<(...args: T) => void>, ...args: T): void {
    for (const listener of all) {
      try {
        listener(...args)
      } catch (error) {
        log.error({ err: error }, 'a listener of events threw')
      }
    }
  }

  async function open(): Promise<void> {
    const opening = new Client({ ...connectionConfig(url, 'events'), query_timeout: KEEPALIVE_WAIT })
    opening.on('error', () => {})
    opening.on('notification', ({ payload }) => tell(listeners, JSON.parse(payload ?? '') as AnawimEvent))
    try {
      await opening.connect()
      await opening.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      opening.end().catch(() => {})
      throw error
    }
    if (isClosed) return opening.end()
    client = opening
    const keepalive = setInterval(() => {
      // A query that fails for lack of an answer leaves the connection open: it is dropped here.
      opening.query('SELECT 1').catch(() => opening.connection.stream.destroy())
    }, KEEPALIVE_EVERY)
    keepalive.unref()
    opening.once('end', () => {
      clearInterval(keepalive)
      client = null
      if (isClosed) return
      log.warn('the connection for events was lost')
      reopenAfter(RETRY_FIRST)
    })
  }

  function reopenAfter(delay: number): void {
    retry = setTimeout(() => {
      open().then(
        () => {
          if (!isClosed) tell(reconnectListeners)
        },
        () => {
          if (!isClosed) reopenAfter(Math.min(delay * 2, RETRY_LONGEST))
        },
      )
    }, delay)
  }

  const listenIn = <T>(all: Set<T>, listener: T) => {
    all.add(listener)
    return () => {
      all.delete(listener)
    }
  }

  await open()
  return {
    on: (listener) => listenIn(listeners, listener),
    onReconnect: (listener) => listenIn(reconnectListeners, listener),
    async close() {
      isClosed = true
      if (retry) clearTimeout(retry)
      listeners.clear()
      reconnectListeners.clear()
      await client?.end()
    },
  }
}
