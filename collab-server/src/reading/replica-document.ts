/** In the reading thread: the same document as an open lesson's, a little behind. */
import { readContent } from '@anawim/lesson/doc'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import * as Y from 'yjs'
import type { Snapshot } from './questions.ts'

export class ReplicaDocument {
  #document = new Y.Doc()
  /** Given, and not applied before somebody asks. */
  #waiting: Uint8Array[]

  constructor(updates: Uint8Array[]) {
    this.#waiting = updates
  }

  take(updates: Uint8Array[]): void {
    this.#waiting.push(...updates)
  }

  /** With all that was given. */
  get document(): Y.Doc {
    const updates = this.#waiting
    if (updates.length > 0) {
      this.#waiting = []
      this.#document.transact(() => updates.forEach((update) => Y.applyUpdate(this.#document, update)))
    }
    return this.#document
  }

  /** Throws when it is not what `stateVector` says, or when what was encoded is not read back as it was. */
  async snapshot(stateVector: Uint8Array): Promise<Snapshot> {
    const { document } = this
    if (!isSameStateVector(Y.encodeStateVector(document), stateVector))
      throw new Error('the replica is not its document')
    const state = Y.encodeStateAsUpdate(document)
    verify(state, document)
    return { state, packed: await pack(Y.encodeStateAsUpdateV2(document)) }
  }

  close(): void {
    this.#document.destroy()
  }
}

/** A snapshot takes the place of the log: it is read as a server that starts would read it, and compared, before it may. */
function verify(state: Uint8Array, document: Y.Doc): void {
  const fresh = new Y.Doc()
  try {
    Y.applyUpdate(fresh, state)
    if (fresh.store.pendingStructs !== null || fresh.store.pendingDs !== null) throw new Error('a snapshot has gaps')
    if (!Y.equalSnapshots(Y.snapshot(fresh), Y.snapshot(document))) throw new Error('a snapshot is not its document')
    if (JSON.stringify(readContent(fresh)) !== JSON.stringify(readContent(document))) {
      throw new Error('a snapshot does not read as its document')
    }
  } finally {
    fresh.destroy()
  }
}

function isSameStateVector(a: Uint8Array, b: Uint8Array): boolean {
  const [one, other] = [Y.decodeStateVector(a), Y.decodeStateVector(b)]
  return one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock)
}

/** On another thread still. */
async function pack(state: Uint8Array): Promise<Uint8Array> {
  const packed = await promisify(gzip)(state, { level: constants.Z_BEST_COMPRESSION })
  return new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
}
