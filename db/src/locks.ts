import { Client } from 'pg'
import { connectionConfig } from './connect.ts'

/** Locks that one process of a database holds at a time, and that are gone when it is. */
export interface Locks {
  /**
   * The right to serve this database's editors. Held on a connection of its own; `onLost` is called once when that
   * breaks, for then another may have it. `taken`: another has it now.
   */
  holdCollabLock(onLost: () => void): Promise<{ release(): Promise<void> } | 'taken'>
}

const COLLAB_LOCK = 7_264_002
const KEEPALIVE_EVERY = 2_000
const KEEPALIVE_WAIT = 3_000

export function createLocks(url: string): Locks {
  return {
    async holdCollabLock(onLost) {
      const client = new Client({ ...connectionConfig(url, 'collab lock'), query_timeout: KEEPALIVE_WAIT })
      client.on('error', () => {})
      try {
        await client.connect()
        // So that the server too notices soon when the other end is gone without a word, and frees the lock.
        await client.query('SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3')
        const { rows } = await client.query<{ is_ours: boolean }>('SELECT pg_try_advisory_lock($1) AS is_ours', [
          COLLAB_LOCK,
        ])
        if (rows[0]?.is_ours !== true) {
          await client.end()
          return 'taken'
        }
      } catch (error) {
        client.end().catch(() => {})
        throw error
      }

      let isReleased = false
      const keepalive = setInterval(() => {
        client.query('SELECT 1').catch(() => client.connection.stream.destroy())
      }, KEEPALIVE_EVERY)
      keepalive.unref()
      client.once('end', () => {
        clearInterval(keepalive)
        if (!isReleased) onLost()
      })
      return {
        async release() {
          isReleased = true
          clearInterval(keepalive)
          await client.end()
        },
      }
    },
  }
}
