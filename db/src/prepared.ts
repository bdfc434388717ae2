import { createHash } from 'node:crypto'
import type { Client, QueryConfig } from 'pg'

type Marked = QueryConfig & { isPrepared?: boolean }

/**
 * For `options()` of a statement that is asked again and again in the same words: each connection plans it a few times and then no
 * more. To plan a page of lessons takes PostgreSQL four times as long as to find it. Only where there are few such words, and values
 * that change the plan (a limit) are among them: each connection keeps each of them.
 */
export const prepared: Pick<Marked, 'isPrepared'> = { isPrepared: true }

/** From now on this connection prepares the statements that are marked so. */
export function prepareMarked(client: Client): void {
  const query = client.query.bind(client) as (config: Marked, ...rest: unknown[]) => unknown
  Object.assign(client, {
    query: (config: Marked, ...rest: unknown[]) =>
      query(config.isPrepared ? { ...config, name: nameOf(config.text) } : config, ...rest),
  })
}

const names = new Map<string, string>()

/** The same for the same words, and short enough for PostgreSQL. */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = createHash('sha256').update(sql).digest('base64url')
  names.set(sql, name)
  return name
}
