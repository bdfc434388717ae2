/** The frames of Yjs' two protocols: Hocuspocus puts the lesson's name before each, y-websocket nothing. */
import { motionAddress } from '@anawim/lesson'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const kinds = { sync: 0, awareness: 1, auth: 2, syncReply: 4, stateless: 5 } as const
export const steps = { step1: 0, step2: 1, update: 2 } as const

export type YjsFrame =
  | { kind: 'sync'; step: number; bytes: Uint8Array }
  | { kind: 'awareness'; bytes: Uint8Array }
  | { kind: 'stateless'; text: string }
  | { kind: 'other' }

/** `name` null: y-websocket's framing. */
export class YjsFraming {
  #name: string | null

  constructor(name: string | null) {
    this.#name = name
  }

  sync(step: number, bytes: Uint8Array): Uint8Array {
    return this.#frame(kinds.sync, (encoder) => {
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  }

  awareness(update: Uint8Array): Uint8Array {
    return this.#frame(kinds.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update))
  }

  auth(token: string): Uint8Array {
    return this.#frame(kinds.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, token)
    })
  }

  /** What moves, beside the document. */
  motion(motion: Uint8Array): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, motionAddress(this.#name ?? ''))
    encoding.writeUint8Array(encoder, motion)
    return encoding.toUint8Array(encoder)
  }

  read(payload: Uint8Array): YjsFrame {
    const decoder = decoding.createDecoder(payload)
    if (this.#name !== null && decoding.readVarString(decoder) !== this.#name) return { kind: 'other' }
    switch (decoding.readVarUint(decoder)) {
      case kinds.sync:
      case kinds.syncReply:
        return { kind: 'sync', step: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) }
      case kinds.awareness:
        return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
      case kinds.stateless:
        return { kind: 'stateless', text: decoding.readVarString(decoder) }
      default:
        return { kind: 'other' }
    }
  }

  #frame(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder()
    if (this.#name !== null) encoding.writeVarString(encoder, this.#name)
    encoding.writeVarUint(encoder, kind)
    write(encoder)
    return encoding.toUint8Array(encoder)
  }
}
