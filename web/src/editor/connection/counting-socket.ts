import { frameKind } from './frame-kind.ts'

/**
 * A WebSocket that tells which sync messages really went out on it. The server counts what it received on this very
 * connection, so the count must be taken here: the provider queues, merges and drops messages before.
 */
export function countingSocket(onSent: (step: 'two' | 'update') => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data as ArrayBufferView<ArrayBuffer>)
      const kind = data instanceof Uint8Array && this.readyState === WebSocket.OPEN ? frameKind(data) : 'other'
      if (kind === 'two' || kind === 'update') onSent(kind)
    }
  }
}
