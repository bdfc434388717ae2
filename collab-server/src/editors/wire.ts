/**
 * Messages as they go over the wire, made once for all who get them. What Hocuspocus and ws would do for each connection
 * anew (encode, frame, write header and body) is most of what a busy lesson costs.
 */
import { motionAddress } from '@anawim/lesson'
import { MessageType } from '@hocuspocus/server'
import * as encoding from 'lib0/encoding'
import { sync } from './frame.ts'

/** A whole binary WebSocket message of a server (RFC 6455, unmasked). */
export function toFrame(payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const headerLength = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerLength + byteLength)
  frame[0] = 0x82
  if (headerLength === 2) {
    frame[1] = byteLength
  } else if (headerLength === 4) {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.set(payload, headerLength)
  return frame
}

/** One message of that lesson. */
function messageFrame(name: string, type: MessageType, write: (encoder: encoding.Encoder) => void): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return toFrame(encoding.toUint8Array(encoder))
}

/** What the server says beside Yjs. */
export function statelessFrame(name: string, text: string): Buffer {
  return messageFrame(name, MessageType.Stateless, (encoder) => encoding.writeVarString(encoder, text))
}

/** The messages of one lesson: each begins with its name. */
export class Wire {
  #name: string
  /** Hocuspocus' acknowledgement of a step 2 or update ("in memory"), which stock clients count. */
  readonly acknowledgement: Buffer
  /** Says nothing. The stock provider leaves a connection on which it has heard nothing for 30 seconds. */
  readonly breath: Buffer

  constructor(name: string) {
    this.#name = name
    this.acknowledgement = this.#frame(MessageType.SyncStatus, (encoder) => encoding.writeVarUint(encoder, 1))
    this.breath = this.presence([])
  }

  update(update: Uint8Array): Buffer {
    return this.#frame(MessageType.Sync, (encoder) => {
      encoding.writeVarUint(encoder, sync.update)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  /** `entries` as `presenceEntry` makes them. */
  presence(entries: readonly Uint8Array[]): Buffer {
    return this.#frame(MessageType.Awareness, (encoder) => {
      const update = encoding.createEncoder()
      encoding.writeVarUint(update, entries.length)
      for (const entry of entries) encoding.writeUint8Array(update, entry)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
    })
  }

  /** Stamped motions. */
  motions(stamped: readonly Uint8Array[]): Buffer {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, motionAddress(this.#name))
    for (const motion of stamped) encoding.writeUint8Array(encoder, motion)
    return toFrame(encoding.toUint8Array(encoder))
  }

  #frame(type: MessageType, write: (encoder: encoding.Encoder) => void): Buffer {
    return messageFrame(this.#name, type, write)
  }
}

/** One client's state in an awareness update. */
export function presenceEntry(clientId: number, clock: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state ?? null))
  return encoding.toUint8Array(encoder)
}
