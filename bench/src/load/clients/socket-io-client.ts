/** A bare Socket.IO connection to a stock server. */
import { BareSocket } from '../bare-socket.ts'
import type { Client } from '../client.ts'
import type { SocketIoDoor } from '../door.ts'

export class SocketIoClient implements Client {
  #door: SocketIoDoor
  #socket: BareSocket | null = null
  #joined = () => {}

  constructor(door: SocketIoDoor) {
    this.#door = door
  }

  async join(): Promise<void> {
    const isInside = new Promise<void>((resolve) => (this.#joined = resolve))
    const url = `${this.#door.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    this.#socket = await BareSocket.open(url, {
      onMessage: (payload) => {
        if (payload[0] === 0x30) this.#socket?.send('40')
        else if (payload.toString('latin1', 0, 2) === '40') this.#joined()
      },
    })
    await isInside
    this.#socket.isReading = false
  }

  edit(): void {
    throw new Error('a bare connection edits nothing')
  }

  drag(): void {
    throw new Error('a bare connection drags nothing')
  }

  stayAlive(): void {
    this.#socket?.send('3')
  }

  received() {
    return { frames: this.#socket?.frames ?? 0, bytes: this.#socket?.bytes ?? 0, presenceFrames: 0 }
  }

  closed = () => this.#socket?.closed ?? null

  leave(): void {
    this.#socket?.close()
  }
}
