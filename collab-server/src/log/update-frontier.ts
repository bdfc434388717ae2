/** What an update builds on, and what it brings: decided without applying it, since Yjs does not roll back. */
import * as Y from 'yjs'

/**
 * Does the document hold all that this update builds on? When not, Yjs would park it: it would be in no row of the log,
 * and hidden from everybody until the missing part arrives. Throws on bytes that are no update.
 */
export function isCausallyComplete(document: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const reach = new Map<number, number>()
  const reached = (client: number) => reach.get(client) ?? Y.getState(document.store, client)

  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) continue
    if (clock > reached(client)) return false
    reach.set(client, Math.max(reached(client), clock + struct.length))
  }
  const isKnown = (id: unknown) => !(id instanceof Y.ID) || id.clock < reached(id.client)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (!isKnown(struct.origin) || !isKnown(struct.rightOrigin) || !isKnown(struct.parent)) return false
  }
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) if (clock + len > reached(client)) return false
  }
  return true
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
