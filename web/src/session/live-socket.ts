/**
 * The one Socket.IO connection of a page: notifications for the app, live lessons for the viewer. It logs itself in,
 * renews its token, and asks who is logged in when the server closes it.
 */
import type { ServerToViewer, ViewerToServer } from '@anawim/lesson'
import { io, type Socket } from 'socket.io-client'
import { freshToken } from './call.ts'
import { refresh } from './refresh.ts'
import { loadSession } from './session-store.ts'
import { heldToken, onTokenChange } from './token-store.ts'

export type LiveSocket = Socket<ServerToViewer, ViewerToServer>

let shared: { socket: LiveSocket; holders: number; close: () => void } | null = null

/** The page's socket, opened by the first who holds it and closed when the last lets go. It reconnects by itself. */
export function holdLiveSocket(): { socket: LiveSocket; release: () => void } {
  shared ??= { ...open(), holders: 0 }
  const held = shared
  held.holders += 1
  let isHeld = true
  const release = () => {
    if (!isHeld) return
    isHeld = false
    held.holders -= 1
    // The next page may want it in a moment.
    setTimeout(() => {
      if (held.holders > 0 || shared !== held) return
      held.close()
      shared = null
    }, 1_000)
  }
  return { socket: held.socket, release }
}

function open(): { socket: LiveSocket; close: () => void } {
  const socket: LiveSocket = io({
    // One upgrade and no polling: a class of phones opens forty of these at once.
    transports: ['websocket'],
    auth: (send) => void freshToken().then((token) => send({ token })),
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
  })
  let again: ReturnType<typeof setTimeout> | undefined
  let refusals = 0
  const connectLater = () => {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), Math.min(30_000, 500 * 2 ** refusals))
    refusals += 1
  }

  socket.on('connect', () => {
    refusals = 0
  })
  // Refused (not merely out of reach): perhaps the token has just ended.
  socket.on('connect_error', () => {
    if (socket.active) return
    void refresh(heldToken()).then((result) => {
      if (result.is !== 'ended') connectLater()
    })
  })
  // The server closed it: the token ended, or the account was suspended. The API knows which.
  socket.on('disconnect', (reason) => {
    if (reason !== 'io server disconnect') return
    void loadSession().then(() => {
      if (heldToken() !== null) connectLater()
    })
  })
  socket.on('account:changed', () => void loadSession())
  const forget = onTokenChange((token) => {
    if (token === null) socket.disconnect()
    else if (socket.connected) socket.emit('auth:renew', { token }, () => undefined)
    else if (!socket.active) socket.connect()
  })

  return {
    socket,
    close() {
      clearTimeout(again)
      forget()
      socket.disconnect()
    },
  }
}
