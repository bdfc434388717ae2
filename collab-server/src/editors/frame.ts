/** The frames of the Hocuspocus protocol that an editor may send, read once before Hocuspocus sees them. */
import { motionAddress } from '@anawim/lesson'
import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'

export const sync = { step1: 0, step2: 1, update: 2 } as const

/** `ask`: a step 1, which wants to be answered with what it lacks; `edit`: a step 2 or an update. */
export type Frame = { name: string } & (
  | { kind: 'ask' | 'auth' | 'close' | 'other' }
  | { kind: 'edit'; step: number; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'motion'; motion: Uint8Array }
)

/** How the address of motions ends. */
const MOTION = motionAddress('')

/** Longer ones are no lesson's name: they would only fill memory and logs. */
const NAME_LENGTH = 64

/**
 * Hocuspocus takes `name\0session` for one more connection to the same lesson, as many as one likes on one socket: not here.
 */
function isPlainName(name: string): boolean {
  return name.length <= NAME_LENGTH && !name.includes('\0')
}

/** Null: malformed, or of a type that no client sends. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const name = decoding.readVarString(decoder)
    if (!isPlainName(name)) return null
    if (name.endsWith(MOTION)) return { name: name.slice(0, -1), kind: 'motion', motion: bytes.subarray(decoder.pos) }
    const type: MessageType = decoding.readVarUint(decoder)
    switch (type) {
      case MessageType.Sync:
      case MessageType.SyncReply: {
        const step = decoding.readVarUint(decoder)
        const update = decoding.readVarUint8Array(decoder)
        if (step > sync.update) return null
        return step === sync.step1 ? { name, kind: 'ask' } : { name, kind: 'edit', step, update }
      }
      case MessageType.Awareness:
        return { name, kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
      case MessageType.Auth:
        decoding.readVarUint(decoder)
        decoding.readVarString(decoder)
        return { name, kind: 'auth' }
      case MessageType.CLOSE:
        return { name, kind: 'close' }
      case MessageType.QueryAwareness:
        return { name, kind: 'other' }
      case MessageType.Stateless:
        decoding.readVarString(decoder)
        return { name, kind: 'other' }
      default:
        return null
    }
  } catch {
    return null
  }
}
