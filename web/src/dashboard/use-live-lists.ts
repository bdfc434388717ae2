import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Keeps everything that was asked about lessons (`['lessons', …]`) true while the page is open. */
export function useLiveLists(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let isGone = false
    let stop = () => {}
    const changed = () => void queries.invalidateQueries({ queryKey: ['lessons'] })
    // The list is there before the socket's code: it is loaded after the page.
    void import('./watch-lists.ts').then(({ watchLists }) => {
      if (!isGone) stop = watchLists(changed)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [queries])
}
