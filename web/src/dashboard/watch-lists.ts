import { holdLiveSocket } from '../session/live-socket.ts'

/** Lists are asked for again at most this often, however many lessons change. Milliseconds. */
const CALM = 400

/** Calls back a moment after lessons that one can see have changed. Returns what stops that. */
export function watchLists(changed: () => void): () => void {
  const { socket, release } = holdLiveSocket()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      changed()
    }, CALM)
  }
  socket.on('lessons:changed', tell)
  socket.on('folders:changed', tell)
  socket.on('account:changed', tell)
  // What happened before it was connected, or while it was away, nobody tells.
  socket.on('connect', tell)
  return () => {
    clearTimeout(timer)
    socket.off('lessons:changed', tell)
    socket.off('folders:changed', tell)
    socket.off('account:changed', tell)
    socket.off('connect', tell)
    release()
  }
}
