/** The request that a viewer's socket came with is a fifth of what is kept for it, and nobody needs it once the socket is open. */
import type { Duplex } from 'node:stream'
import type { ViewerSocket } from './viewer-socket.ts'

/** What all sockets show of how they came, afterwards: nothing asks for it, and headers, query and token are half of what is kept for one that is idle. */
const forgotten = Object.freeze({ headers: {}, auth: {}, query: {} })

/**
 * Hands an upgrade on to Engine.IO by `take`, and takes back the listener by which its stand-in for a response, which only middleware would use, holds on to the request.
 * It is known by being the first that is added, and for once.
 */
export function takeUpgrade(socket: Duplex, take: () => void): void {
  const place = socket.listenerCount('close')
  // The answer to the upgrade leaves together with Engine.IO's greeting, which comes a microtask later.
  socket.cork()
  queueMicrotask(() => queueMicrotask(() => socket.uncork()))
  take()
  const added: unknown = socket.rawListeners('close')[place]
  if (typeof added !== 'function' || !('listener' in added) || typeof added.listener !== 'function') return
  socket.off('close', added.listener as () => void)
}

/** The others who hold it, the first as Socket.IO's manual has it. To be called when the socket is connected. */
export function forgetRequest(socket: ViewerSocket): void {
  Reflect.set(socket.conn, 'request', null)
  Reflect.set(socket, 'handshake', forgotten)
}
