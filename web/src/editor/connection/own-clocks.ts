import * as Y from 'yjs'

/** How far this browser has written, by the Yjs client ids of its document: mostly one, for Yjs gives another only when it sees its own elsewhere. */
export class OwnClocks {
  readonly #clocks = new Map<number, number>()

  /** To be called after each edit made here. */
  wrote(doc: Y.Doc): void {
    this.#clocks.set(doc.clientID, Y.getState(doc.store, doc.clientID))
  }

  /** Does the state vector (Yjs v1, base64) hold all of it? Not looked at unless `isWhole`: true of a part then. */
  areIn(stateVector: string, isWhole: boolean): boolean {
    if (!isWhole || this.#clocks.size === 0) return true
    try {
      const durable = Y.decodeStateVector(Uint8Array.from(atob(stateVector), (letter) => letter.charCodeAt(0)))
      return [...this.#clocks].every(([client, clock]) => (durable.get(client) ?? 0) >= clock)
    } catch {
      return false
    }
  }
}
