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
  const { frame, at } = emptyFrame(payload.byteLength)
  frame.set(payload, at)
  return frame
}

/** A frame whose payload, of so many bytes, is to be written from `at` on. */
function emptyFrame(byteLength: number): { frame: Buffer; at: number } {
  const at = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(at + byteLength)
  frame[0] = 0x82
  if (at === 2) {
    frame[1] = byteLength
  } else if (at === 4) {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  return { frame, at }
}

/** The same as an encoder would make of both, without one: `head`, and `body` with its length before it. */
function joinFrame(head: Uint8Array, body: Uint8Array): Buffer {
  const { byteLength } = body
  const { frame, at } = emptyFrame(head.byteLength + varUintSize(byteLength) + byteLength)
  frame.set(head, at)
  frame.set(body, writeVarUint(frame, at + head.byteLength, byteLength))
  return frame
}

function varUintSize(number: number): number {
  let size = 1
  for (let rest = number; rest > 127; rest = Math.floor(rest / 128)) size++
  return size
}

/** As lib0 does. Answers where it ends. */
function writeVarUint(bytes: Uint8Array, from: number, number: number): number {
  let at = from
  let rest = number
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = 128 | (rest % 128)
  bytes[at++] = rest
  return at
}

/** How messages of this type begin. */
function headOf(name: string, type: MessageType, step?: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, type)
  if (step !== undefined) encoding.writeVarUint(encoder, step)
  return encoding.toUint8Array(encoder)
}

/** One message of that lesson. */
function messageFrame(name: string, type: MessageType, write: (encoder: encoding.Encoder) => void): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return toFrame(encoding.toUint8Array(encoder))
}

/** What the server says beside Yjs, to one connection. */
export class StatelessWire {
  #head: Uint8Array

  constructor(name: string) {
    this.#head = headOf(name, MessageType.Stateless)
  }

  message(text: string): Buffer {
    return joinFrame(this.#head, Buffer.from(text))
  }
}

/** The messages of one lesson: each begins with its name. */
export class Wire {
  #name: string
  #updateHead: Uint8Array
  /** Hocuspocus' acknowledgement of a step 2 or update ("in memory"), which stock clients count. */
  readonly acknowledgement: Buffer
  /** Says nothing. The stock provider leaves a connection on which it has heard nothing for 30 seconds. */
  readonly breath: Buffer

  constructor(name: string) {
    this.#name = name
    this.#updateHead = headOf(name, MessageType.Sync, sync.update)
    this.acknowledgement = this.#frame(MessageType.SyncStatus, (encoder) => encoding.writeVarUint(encoder, 1))
    this.breath = this.presence([])
  }

  update(update: Uint8Array): Buffer {
    return joinFrame(this.#updateHead, update)
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
