import type { Activity } from '@anawim/lesson'
import { holdLiveSocket } from '../session/live-socket.ts'

/** Calls back with what goes on, now and after each change; null while the server is out of reach. Returns what stops that. */
export function watchActivity(tell: (activity: Activity | null) => void): () => void {
  const { socket, release } = holdLiveSocket()
  const ask = () =>
    socket.emit('activity:watch', {}, (answer) => {
      if (answer.ok) tell(answer.activity)
    })
  const away = () => tell(null)
  socket.on('activity', tell)
  socket.on('connect', ask)
  socket.on('disconnect', away)
  socket.on('connect_error', away)
  if (socket.connected) ask()
  return () => {
    socket.off('activity', tell)
    socket.off('connect', ask)
    socket.off('disconnect', away)
    socket.off('connect_error', away)
    if (socket.connected) socket.emit('activity:unwatch')
    release()
  }
}
