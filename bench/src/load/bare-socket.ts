/**
 * A WebSocket client on a bare TCP socket, so that hundreds of receivers cost the generator little: frames are counted by their headers,
 * and only who wants to read one gets its payload.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface BareSocketOptions {
  /** Called with each whole message while `isReading`. The bytes are only valid during the call. */
  onMessage: (payload: Buffer) => void
}

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export class BareSocket {
  /** Are payloads handed to `onMessage`, or only counted? */
  isReading = true
  frames = 0
  bytes = 0
  /** Why it was closed, when the other side did it. */
  closed: string | null = null
  #socket: Socket
  #onMessage: (payload: Buffer) => void
  /** What came of a message that is not whole yet, and how many bytes that will be. */
  #parts: Buffer[] = []
  #partsLength = 0
  #needed = 0
  #skip = 0

  private constructor(socket: Socket, { onMessage }: BareSocketOptions) {
    this.#socket = socket
    this.#onMessage = onMessage
  }

  static open(url: string, options: BareSocketOptions): Promise<BareSocket> {
    const { hostname, port, pathname, search, host } = new URL(url)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
      const bare = new BareSocket(socket, options)
      let head = Buffer.alloc(0)
      const shake = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end === -1) return
        const status = head.subarray(0, head.indexOf('\r\n')).toString()
        if (!status.includes(' 101 ')) return reject(new Error(`${url}: ${status}`))
        socket.off('data', shake)
        socket.pause()
        resolve(bare)
        // The first message may have come together with the handshake: it is handed out when the caller has its socket.
        setImmediate(() => {
          if (head.length > end + 4) bare.#take(head.subarray(end + 4))
          socket.on('data', (bytes) => bare.#take(bytes as Buffer))
          socket.resume()
        })
      }
      socket.setNoDelay(true)
      socket.on('data', shake)
      socket.on('error', (error) => {
        bare.closed ??= error.message
        reject(error)
      })
      socket.on('close', () => (bare.closed ??= 'ended'))
      const key = randomBytes(16).toString('base64')
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      )
    })
  }

  send(payload: Uint8Array | string): void {
    const isText = typeof payload === 'string'
    this.#write(isText ? opcodes.text : opcodes.binary, isText ? Buffer.from(payload) : payload)
  }

  close(): void {
    this.closed ??= 'left'
    this.#socket.destroy()
  }

  /** The mask is zero: allowed, and the payload need not be copied. */
  #write(opcode: number, payload: Uint8Array): void {
    const { length } = payload
    const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
    const head = Buffer.alloc(6 + extra)
    head[0] = 0x80 | opcode
    head[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
    if (extra === 2) head.writeUInt16BE(length, 2)
    if (extra === 8) head.writeBigUInt64BE(BigInt(length), 2)
    this.#socket.cork()
    this.#socket.write(head)
    this.#socket.write(payload)
    this.#socket.uncork()
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length
    this.#parts.push(chunk)
    this.#partsLength += chunk.length
    if (this.#partsLength < this.#needed) return
    const data = this.#parts.length > 1 ? Buffer.concat(this.#parts) : chunk
    this.#keep(null)
    let at = Math.min(this.#skip, data.length)
    this.#skip -= at
    while (at < data.length) {
      const header = readHeader(data, at)
      if (!header) break
      const start = at + header.size
      const isWanted = header.opcode >= opcodes.close || this.isReading
      if (isWanted && data.length - start < header.length) {
        return this.#keep(data.subarray(at), header.size + header.length)
      }
      if (header.opcode < opcodes.close) this.frames++
      if (isWanted) this.#handle(header.opcode, data.subarray(start, start + header.length))
      at = Math.min(start + header.length, data.length)
      this.#skip = start + header.length - at
    }
    if (at < data.length) this.#keep(data.subarray(at))
  }

  #keep(rest: Buffer | null, needed = 0): void {
    this.#parts = rest ? [rest] : []
    this.#partsLength = rest?.length ?? 0
    this.#needed = needed
  }

  #handle(opcode: number, payload: Buffer): void {
    if (opcode === opcodes.ping) this.#write(opcodes.pong, Buffer.from(payload))
    else if (opcode === opcodes.close)
      this.closed ??= `closed with ${payload.length > 1 ? payload.readUInt16BE(0) : ''}`
    else if (opcode < opcodes.close) this.#onMessage(payload)
  }
}

function readHeader(data: Buffer, at: number): { opcode: number; size: number; length: number } | null {
  const left = data.length - at
  if (left < 2) return null
  const opcode = (data[at] ?? 0) & 15
  const short = (data[at + 1] ?? 0) & 127
  if (short < 126) return { opcode, size: 2, length: short }
  if (short === 126) return left < 4 ? null : { opcode, size: 4, length: data.readUInt16BE(at + 2) }
  return left < 10 ? null : { opcode, size: 10, length: Number(data.readBigUInt64BE(at + 2)) }
}
