/** A student's page: fetches the lesson over HTTP, then watches it over Socket.IO. */
import type { Change } from '@anawim/lesson'
import { BareSocket } from '../bare-socket.ts'
import type { Client, ClientOptions } from '../client.ts'
import type { ViewerDoor } from '../door.ts'
import { fetchBytes } from '../fetch-bytes.ts'

/** Packets of Engine.IO and Socket.IO, as they begin. */
const packets = {
  open: '0',
  ping: '2',
  pong: '3',
  connect: '40',
  connected: '40',
  watch: '420',
  answer: '430',
  event: '42',
}

export class ViewerClient implements Client {
  #door: ViewerDoor
  #options: ClientOptions
  #socket: BareSocket | null = null
  #httpBytes = 0
  #version = ''
  #joined = () => {}
  #failed: (error: Error) => void = () => {}

  constructor(door: ViewerDoor, options: ClientOptions) {
    this.#door = door
    this.#options = options
  }

  async join(): Promise<void> {
    const { version, bytes } = await fetchLive(this.#door)
    this.#version = version
    if (this.#options.isFresh) this.#httpBytes = bytes
    const isInside = new Promise<void>((resolve, reject) => {
      this.#joined = resolve
      this.#failed = reject
    })
    const url = `${this.#door.url}/socket.io/?EIO=4&transport=websocket`
    this.#socket = await BareSocket.open(url, { onMessage: (payload) => this.#read(payload.toString()) })
    await isInside
    this.#socket.isReading = this.#options.isSampled
  }

  edit(): void {
    throw new Error('a viewer does not edit')
  }

  drag(): void {
    throw new Error('a viewer does not drag')
  }

  /** An answer to a ping that is not awaited: Engine.IO asks again later. */
  stayAlive(): void {
    this.#socket?.send(packets.pong)
  }

  received() {
    const { frames = 0, bytes = 0 } = this.#socket ?? {}
    return { frames, bytes: bytes + this.#httpBytes, presenceFrames: 0 }
  }

  closed = () => this.#socket?.closed ?? null

  leave(): void {
    this.#socket?.close()
  }

  #read(text: string): void {
    const { lessonId, token } = this.#door
    if (text.startsWith(packets.open)) {
      this.#socket?.send(packets.connect + JSON.stringify({ token }))
    } else if (text === packets.ping) {
      this.#socket?.send(packets.pong)
    } else if (text.startsWith('44')) {
      this.#failed(new Error(`a viewer was refused: ${text}`))
    } else if (text.startsWith(packets.connected)) {
      this.#socket?.send(packets.watch + JSON.stringify(['lesson:watch', { lessonId, version: this.#version }]))
    } else if (text.startsWith(packets.answer)) {
      if (text.includes('"ok":true')) this.#joined()
      else this.#failed(new Error(`a lesson could not be watched: ${text.slice(0, 200)}`))
    } else if (text.startsWith(packets.event)) {
      this.#readEvent(JSON.parse(text.slice(packets.event.length)) as [string, { changes?: Change[] }])
    }
  }

  #readEvent([event, { changes }]: [string, { changes?: Change[] }]): void {
    if (event !== 'lesson:patch') return
    for (const change of changes ?? []) {
      if (change.op !== 'put') continue
      const { id, x, y } = change.element
      this.#options.events.seen(id, Math.round(y * 10), Math.round(x * 10))
    }
  }
}

/** Downloads the lesson as a browser does, without unpacking it. Answers its version, and its bytes as they came. */
async function fetchLive({ url, lessonId, token }: ViewerDoor): Promise<{ version: string; bytes: number }> {
  const { body, headers } = await fetchBytes(`${url}/api/lessons/${lessonId}/live`, token, 'br')
  return { version: (headers.etag ?? '').replaceAll('"', ''), bytes: body.byteLength }
}
