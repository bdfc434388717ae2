import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { laterCode } from '../ui/later.ts'

/** The list is there before the socket's code: it is loaded after the page. */
const watchCode = laterCode(() => import('./watch-lists.ts'))

/** Keeps everything that was asked about lessons (`['lessons', …]`) true while the page is open. */
export function useLiveLists(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let isGone = false
    let stop = () => {}
    const changed = () => void queries.invalidateQueries({ queryKey: ['lessons'] })
    void watchCode.whenHere().then(({ watchLists }) => {
      if (!isGone) stop = watchLists(changed)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [queries])
}
