import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'

/** Hocuspocus' message type of everything that y-protocols/sync writes. */
const SYNC = 0
const STEP_TWO = 1
const UPDATE = 2

/**
 * A WebSocket that tells which sync messages really went out on it. The server counts what it received on this very
 * connection, so the count must be taken here: the provider queues, merges and drops messages before.
 */
export function countingSocket(onSent: (step: 'two' | 'update') => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data as ArrayBufferView<ArrayBuffer>)
      const step = data instanceof Uint8Array && this.readyState === WebSocket.OPEN ? syncStepOf(data) : null
      if (step) onSent(step)
    }
  }
}

/** `[document name][message type][sync type]…`: step 2, update, or something that is not counted. */
export function syncStepOf(frame: Uint8Array): 'two' | 'update' | null {
  // A frame of one byte is a ping or pong, which has no document name.
  if (frame.length < 3) return null
  const decoder = createDecoder(frame)
  readVarString(decoder)
  if (readVarUint(decoder) !== SYNC) return null
  const step = readVarUint(decoder)
  return step === STEP_TWO ? 'two' : step === UPDATE ? 'update' : null
}
