/** What an update builds on, and what it brings: decided without applying it, since Yjs does not roll back. */
import type { DecodedUpdate } from '@anawim/lesson/doc'
import * as Y from 'yjs'

/**
 * Does the document hold all that this update builds on? When not, Yjs would park it: it would be in no row of the log,
 * and hidden from everybody until the missing part arrives. Parts that wait for each other, or for themselves, wait for
 * ever, and are found here too.
 */
export function isCausallyComplete(document: Y.Doc, { byClient, deletions }: DecodedUpdate): boolean {
  const reach = new Map<number, number>()
  const reached = (client: number) => reach.get(client) ?? Y.getState(document.store, client)
  const done = new Map<number, number>()
  const waiting = new Map<number, number[]>()
  const ready = [...byClient.keys()]

  // As Yjs will integrate it: each client's structs in order, as far as they go, and on when what they wait for is there.
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const own = byClient.get(client) ?? []
    let place = done.get(client) ?? 0
    for (let struct = own[place]; struct; struct = own[++place]) {
      const end = struct.id.clock + struct.length
      if (end <= reached(client)) continue
      if (struct.id.clock > reached(client)) return false
      const missing = missingNeighbour(struct, reached)
      if (missing) {
        waiting.set(missing.client, [...(waiting.get(missing.client) ?? []), client])
        break
      }
      reach.set(client, end)
    }
    if (place === (done.get(client) ?? 0)) continue
    done.set(client, place)
    ready.push(...(waiting.get(client) ?? []))
    waiting.delete(client)
  }

  for (const [client, own] of byClient) if (done.get(client) !== own.length) return false
  for (const [client, deleted] of deletions) {
    for (const { clock, len } of deleted) if (clock + len > reached(client)) return false
  }
  return true
}

/** Of what a struct is put beside, or into, the first that is not there. */
function missingNeighbour(struct: Y.Item | Y.GC, reached: (client: number) => number): Y.ID | null {
  if (!(struct instanceof Y.Item)) return null
  const { origin, rightOrigin, parent } = struct
  if (origin && origin.clock >= reached(origin.client)) return origin
  if (rightOrigin && rightOrigin.clock >= reached(rightOrigin.client)) return rightOrigin
  return parent instanceof Y.ID && parent.clock >= reached(parent.client) ? parent : null
}

/** After applying: has Yjs taken all of it, and parked nothing? */
export function hasTaken(document: Y.Doc, { byClient }: DecodedUpdate): boolean {
  for (const [client, own] of byClient) {
    const last = own.at(-1)
    if (last && Y.getState(document.store, client) < last.id.clock + last.length) return false
  }
  return true
}

/** Yjs keeps what it cannot apply yet, hands it to others and into snapshots, and counts it as known. It is let go. */
export function dropParked(document: Y.Doc): void {
  document.store.pendingStructs = null
  document.store.pendingDs = null
}
