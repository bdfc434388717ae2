import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC

/** An update (Yjs v1), decoded once for everybody who asks something about it. Nothing of it is in a document. */
export interface DecodedUpdate {
  bytes: Uint8Array
  /** What each client id wrote, by growing clock; where something is left out, clocks jump. */
  byClient: ReadonlyMap<number, readonly Struct[]>
  /** What it deletes. */
  deletions: ReadonlyMap<number, readonly { clock: number; len: number }[]>
}

/** Far more than anybody ever types, and far from where adding loses digits. */
const MAX_CLOCK = 2 ** 40

/** Null: bytes that are no update, or one that Yjs would read otherwise than it was judged. */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const byClient = new Map<number, Struct[]>()
    const clients = new Set<number>()
    for (const struct of structs) {
      const { client, clock } = struct.id
      // Nothing without a length is ever written, and the store of a document that has one goes astray.
      if (!Number.isSafeInteger(client) || !(struct.length >= 1) || clock + struct.length > MAX_CLOCK) return null
      clients.add(client)
      if (struct instanceof Y.Skip) continue
      const own = byClient.get(client)
      if (own) own.push(struct)
      else byClient.set(client, [struct])
    }
    // One of nothing, at the end of what is known, throws in the middle of being applied.
    for (const deleted of ds.clients.values()) if (!deleted.every(({ len }) => len >= 1)) return null
    // Of a client that comes twice, Yjs applies the last part alone.
    if (clients.size !== countClients(bytes)) return null
    return { bytes, byClient, deletions: ds.clients }
  } catch {
    return null
  }
}

/** The number with which an update begins: a little-endian integer of 7 bits a byte. */
function countClients(bytes: Uint8Array): number {
  let count = 0
  let factor = 1
  for (const byte of bytes) {
    count += (byte & 127) * factor
    if (byte < 128) break
    factor *= 128
  }
  return count
}
