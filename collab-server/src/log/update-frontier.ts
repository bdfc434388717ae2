/** What an update builds on, and what it brings: decided without applying it, since Yjs does not roll back. */
import * as Y from 'yjs'

/**
 * Does the document hold all that this update builds on? When not, Yjs would park it: it would be in no row of the log,
 * and hidden from everybody until the missing part arrives. Parts that wait for each other, or for themselves, wait for
 * ever, and are found here too. Throws on bytes that are no update.
 */
export function isCausallyComplete(document: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const byClient = Map.groupBy(
    structs.filter((struct) => !(struct instanceof Y.Skip)),
    ({ id }) => id.client,
  )
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
      const missing = neighbours(struct).find(({ client: other, clock }) => clock >= reached(other))
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
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) if (clock + len > reached(client)) return false
  }
  return true
}

/** What a struct is put beside, or into. */
function neighbours(struct: Y.Item | Y.GC | Y.Skip): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  return [struct.origin, struct.rightOrigin, struct.parent].filter((id) => id instanceof Y.ID)
}

/** After applying: has Yjs taken all of it, and parked nothing? */
export function hasTaken(document: Y.Doc, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.every(
    (struct) =>
      struct instanceof Y.Skip || Y.getState(document.store, struct.id.client) >= struct.id.clock + struct.length,
  )
}

/** Yjs keeps what it cannot apply yet, hands it to others and into snapshots, and counts it as known. It is let go. */
export function dropParked(document: Y.Doc): void {
  document.store.pendingStructs = null
  document.store.pendingDs = null
}
