import type { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { type Motion, motionAddress } from '@anawim/lesson'
import { createDecoder, readVarString } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString } from 'lib0/encoding'
import { laterCode } from '../../ui/later.ts'

/** Here when anybody's motion is. */
export const motionCode = laterCode(() => import('./motion-code.ts'))

/** The way of motions: on the lesson's socket, beside the document and the presence. */
export interface MotionChannel {
  /** Shows what one moves now. The latest is shown again when the connection comes back. */
  send: (motion: Motion) => void
  /** `listener` is given those of others that are new, by client id. */
  subscribe: (listener: (motions: ReadonlyMap<number, Motion>) => void) => () => void
}

/**
 * `name` is the lesson's, on this socket. The server sends motions to those who have sent one: so an empty one goes out
 * at the beginning.
 */
export function openMotionChannel(
  socket: HocuspocusProviderWebsocket,
  provider: HocuspocusProvider,
  name: string,
): MotionChannel {
  // As `motionAddress` makes it, whose code is not here yet.
  const address = motionAddress(name)
  const listeners = new Set<(motions: ReadonlyMap<number, Motion>) => void>()
  let own: Motion = { cursor: null, boxes: new Map() }
  const send = () => {
    const code = motionCode()
    if (!code || !provider.synced || socket.webSocket?.readyState !== WebSocket.OPEN) return
    const encoder = createEncoder()
    writeVarString(encoder, address)
    writeUint8Array(encoder, code.encodeMotion(own))
    socket.send(toUint8Array(encoder))
  }
  provider.on('synced', send)
  void motionCode.whenHere().then(send)
  // The provider itself leaves alone what is not addressed to its lesson's name.
  socket.on('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    const decoder = createDecoder(new Uint8Array(data))
    // A ping has no address.
    if (data.byteLength < 2 || readVarString(decoder) !== address) return
    const motions = motionCode()?.readMotions(decoder.arr.subarray(decoder.pos))
    if (motions) for (const listener of listeners) listener(motions)
  })
  return {
    send(motion) {
      own = motion
      send()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
