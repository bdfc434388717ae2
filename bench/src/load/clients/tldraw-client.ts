/** A client of tldraw's room. */
import { BareSocket } from '../bare-socket.ts'
import type { Client, ClientOptions } from '../client.ts'
import type { EditorDoor } from '../door.ts'
import { stampNow } from '../stamp.ts'

/** Of @tldraw/sync-core 5.4. */
const PROTOCOL_VERSION = 8

type Diff = Record<string, [string, Record<string, [string, unknown]>?]>

export class TldrawClient implements Client {
  #door: EditorDoor
  #options: ClientOptions
  #socket: BareSocket | null = null
  #joined = () => {}

  constructor(door: EditorDoor, options: ClientOptions) {
    this.#door = door
    this.#options = options
  }

  async join(): Promise<void> {
    const { url, name, token } = this.#door
    const isInside = new Promise<void>((resolve) => (this.#joined = resolve))
    this.#socket = await BareSocket.open(`${url}/${name}`, { onMessage: (payload) => this.#read(payload) })
    const schema: unknown = JSON.parse(token)
    this.#send({
      type: 'connect',
      connectRequestId: 'c',
      schema,
      protocolVersion: PROTOCOL_VERSION,
      lastServerClock: -1,
    })
    await isInside
    this.#socket.isReading = this.#options.isSampled
  }

  edit(number: number): void {
    const patch = { x: ['put', stampNow() / 10], y: ['put', number / 10] }
    this.#send({ type: 'push', clientClock: number, diff: { [`shape:${this.#options.element}`]: ['patch', patch] } })
  }

  drag(): void {
    throw new Error('tldraw has no gestures beside the document')
  }

  /** A room forgets who was silent for 20 seconds. */
  stayAlive(): void {
    this.#send({ type: 'ping' })
  }

  received() {
    return { frames: this.#socket?.frames ?? 0, bytes: this.#socket?.bytes ?? 0, presenceFrames: 0 }
  }

  closed = () => this.#socket?.closed ?? null

  leave(): void {
    this.#socket?.close()
  }

  #send(message: unknown): void {
    this.#socket?.send(JSON.stringify(message))
  }

  #read(payload: Buffer): void {
    const beginning = payload.toString('latin1', 0, 20)
    if (beginning.startsWith('{"type":"connect"')) return this.#joined()
    if (!beginning.startsWith('{"type":"data"')) return
    const { data } = JSON.parse(payload.toString()) as { data: { type: string; diff?: Diff }[] }
    for (const { type, diff = {} } of data) {
      if (type !== 'patch') continue
      for (const [id, [, patch]] of Object.entries(diff)) {
        const [, x] = patch?.['x'] ?? []
        const [, y] = patch?.['y'] ?? []
        if (typeof y === 'number') this.#options.events.seen(id, Math.round(y * 10), Math.round(Number(x) * 10))
      }
    }
  }
}
