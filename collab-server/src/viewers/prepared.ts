/** JSON that is written once for all who get it. Socket.IO would write an object anew for every socket that it answers. */
import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser'

/** The JSON of a value of type T. */
export class Prepared<T> {
  readonly text: string
  /** Only for the compiler: of what it is the JSON. */
  declare readonly of: T

  constructor(text: string) {
    this.text = text
  }

  /** Whoever writes it without knowing it writes the same. */
  toJSON(): T {
    return JSON.parse(this.text) as T
  }
}

class PreparedEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const data: unknown = packet.data
    const last: unknown = Array.isArray(data) ? data.at(-1) : null
    if (!(last instanceof Prepared) || !Array.isArray(data) || packet.nsp !== '/') return super.encode(packet)
    // As Socket.IO's protocol has it: the type, an id if there is one, and a list.
    if (packet.type !== PacketType.EVENT && packet.type !== PacketType.ACK) return super.encode(packet)
    const others = data.slice(0, -1).map((item) => `${JSON.stringify(item)},`)
    return [`${packet.type}${packet.id ?? ''}[${others.join('')}${last.text}]`]
  }
}

/** For Socket.IO's option `parser`. */
export const preparedParser = { Encoder: PreparedEncoder, Decoder }
