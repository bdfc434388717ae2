import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { addressOfView, viewOfAddress, type ListView } from './list-view.ts'

/** The view of the address, and how to change it. A changed filter begins at the first page again. */
export function useListView(): [ListView, (change: Partial<ListView>, how?: { replace?: boolean }) => void] {
  const [search, setSearch] = useSearchParams()
  const view = useMemo(() => viewOfAddress(search), [search])
  const change = useCallback(
    (changed: Partial<ListView>, how: { replace?: boolean } = {}) => {
      setSearch((now) => addressOfView({ ...viewOfAddress(now), page: 1, ...changed }), how)
    },
    [setSearch],
  )
  return [view, change]
}
