/** Many queued rows of one lesson in few: one that holds everything, and an empty one for each further author. */
import * as Y from 'yjs'
import type { QueuedUpdate } from './queued-update.ts'

/** No structs, no deletions. */
const EMPTY = new Uint8Array([0, 0])

/**
 * `rows` are consecutive rows of one lesson. What comes back says the same, in as many rows as there are authors, so that
 * none of them is forgotten. The first answers for all of them. Throws on what is no update.
 */
export function mergeRows(rows: readonly QueuedUpdate[]): QueuedUpdate[] {
  const [first, ...others] = rows
  if (!first) return []
  const update = Y.mergeUpdates(rows.map((row) => row.update))
  // Of several about one client id, the last counts.
  const clients = new Map(rows.flatMap((row) => row.clients ?? []).map((client) => [client.clientId, client]))
  const [, ...otherAuthors] = new Set(rows.map((row) => row.authorId))
  for (const { receipt } of others) first.receipt.absorb(receipt)
  const credits = otherAuthors.map((authorId) => ({
    ...first,
    update: EMPTY,
    authorId,
    clients: undefined,
    receipt: first.receipt.again(),
  }))
  return [{ ...first, update, clients: [...clients.values()] }, ...credits]
}
