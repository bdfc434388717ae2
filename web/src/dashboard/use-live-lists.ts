import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { holdLiveSocket } from '../session/live-socket.ts'

/** Lists are asked for again at most this often, however many lessons change. Milliseconds. */
const CALM = 400

/** Keeps everything that was asked about lessons (`['lessons', …]`) true while the page is open. */
export function useLiveLists(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const { socket, release } = holdLiveSocket()
    let timer: ReturnType<typeof setTimeout> | undefined
    const askAgain = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void queries.invalidateQueries({ queryKey: ['lessons'] })
      }, CALM)
    }
    // What happened while the socket was away, nobody tells: ask when it is back, but not for the first time.
    let wasAway = false
    const onConnect = () => {
      if (wasAway) askAgain()
    }
    const onDisconnect = () => {
      wasAway = true
    }
    socket.on('lessons:changed', askAgain)
    socket.on('account:changed', askAgain)
    socket.on('connect', onConnect)
    socket.on('disconnect', onDisconnect)
    return () => {
      clearTimeout(timer)
      socket.off('lessons:changed', askAgain)
      socket.off('account:changed', askAgain)
      socket.off('connect', onConnect)
      socket.off('disconnect', onDisconnect)
      release()
    }
  }, [queries])
}
