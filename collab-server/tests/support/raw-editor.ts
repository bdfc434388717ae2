import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { RunningCollab } from './start-collab.ts'
import { until } from './until.ts'

export const frameType = { sync: 0, awareness: 1, auth: 2, stateless: 5, broadcast: 6, close: 7 } as const

/** A frame of the Hocuspocus protocol: the lesson's name, a type, and whatever `write` adds. */
export function frame(name: string, type: number, write: (encoder: encoding.Encoder) => void = () => {}): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const authFrame = (name: string, token: string) =>
  frame(name, frameType.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, token)
  })

export const step1Frame = (name: string, document = new Y.Doc()) =>
  frame(name, frameType.sync, (encoder) => writeSyncStep1(encoder, document))

/** A sync message of that step (1: step 2, 2: update) with these bytes. */
export const syncFrame = (name: string, step: number, bytes: Uint8Array) =>
  frame(name, frameType.sync, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const awarenessFrame = (name: string, entries: { clientId: number; clock: number; state: unknown }[]) =>
  frame(name, frameType.awareness, (encoder) => {
    const update = encoding.createEncoder()
    encoding.writeVarUint(update, entries.length)
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(update, clientId)
      encoding.writeVarUint(update, clock)
      encoding.writeVarString(update, JSON.stringify(state))
    }
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
  })

/** A bare WebSocket that sends whatever it is told. */
export async function connectRaw(server: Pick<RunningCollab, 'host'>, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://${server.host}/collab`, { headers })
  const received: Uint8Array[] = []
  let closeCode: number | null = null
  socket.on('message', (data: Buffer) => received.push(data))
  socket.on('close', (code) => (closeCode = code))
  socket.on('error', () => {})
  await until('open', () => socket.readyState === WebSocket.OPEN)
  return {
    socket,
    received,
    closeCode: () => closeCode,
    async whenClosed(ms?: number): Promise<number> {
      await until('the raw socket is closed', () => closeCode !== null, ms)
      return closeCode ?? 0
    },
    async logIn(name: string, token: string): Promise<void> {
      socket.send(authFrame(name, token))
      await until('let in', () => received.length > 0)
    },
  }
}
