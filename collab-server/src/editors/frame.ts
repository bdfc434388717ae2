/** The frames of the Hocuspocus protocol that an editor may send, read once before Hocuspocus sees them. */
import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'

export const sync = { step1: 0, step2: 1, update: 2 } as const

export type Frame = { kind: 'sync' } | { kind: 'awareness'; update: Uint8Array } | { kind: 'other' }

/** Null: malformed, or of a type that no client sends. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    decoding.readVarString(decoder)
    const type: MessageType = decoding.readVarUint(decoder)
    switch (type) {
      case MessageType.Sync:
      case MessageType.SyncReply: {
        const step = decoding.readVarUint(decoder)
        decoding.readVarUint8Array(decoder)
        return step <= sync.update ? { kind: 'sync' } : null
      }
      case MessageType.Awareness:
        return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
      case MessageType.Auth:
        decoding.readVarUint(decoder)
        decoding.readVarString(decoder)
        return { kind: 'other' }
      case MessageType.QueryAwareness:
      case MessageType.CLOSE:
        return { kind: 'other' }
      case MessageType.Stateless:
        decoding.readVarString(decoder)
        return { kind: 'other' }
      default:
        return null
    }
  } catch {
    return null
  }
}
