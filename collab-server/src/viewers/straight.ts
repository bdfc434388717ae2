/**
 * The straight way to a viewer: one frame, made once, is written to the connection itself. Socket.IO, Engine.IO and `ws` would each make objects
 * and a callback for every socket, and two pieces to write. Whoever cannot be written to so (long polling, or something of theirs waits) goes the long way.
 */
import type { Socket as Connection } from 'node:net'
import { WebSocket } from 'ws'

/** An Engine.IO connection, with what it and `ws` keep and do not show. */
interface Inside {
  transport: { name: string; socket?: { readyState: number; _socket: Connection | null } }
  readyState: string
  writeBuffer: readonly unknown[]
}

/** An unmasked WebSocket text frame of a Socket.IO event, by RFC 6455, 5.2. */
export function eventFrame(event: string, json: string): Buffer {
  // Engine.IO's message, Socket.IO's event.
  const text = `42[${JSON.stringify(event)},${json}]`
  const length = Buffer.byteLength(text)
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.allocUnsafeSlow(2 + extra + length)
  frame[0] = 0x81
  frame[1] = extra === 0 ? length : extra === 2 ? 126 : 127
  if (extra === 2) frame.writeUInt16BE(length, 2)
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, 2 + extra)
  return frame
}

/** The connection below `conn` of a Socket.IO socket, when a frame written to it now comes after everything that was sent before; else null. */
export function straightTo(conn: unknown): Connection | null {
  const { readyState, writeBuffer, transport } = conn as Inside
  if (readyState !== 'open' || writeBuffer.length > 0 || transport.name !== 'websocket') return null
  return transport.socket?.readyState === WebSocket.OPEN ? transport.socket._socket : null
}

/** Bytes that the connection has not taken yet. */
export function unwritten(conn: unknown): number {
  const { transport } = conn as Inside
  return transport.socket?._socket?.writableLength ?? 0
}
