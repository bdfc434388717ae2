import { useSearchParams } from 'react-router'
import { type MediaType, mediaTypes } from './media-type.ts'

/** Files on one page of the list. */
export const PAGE_SIZE = 24

/** What of one's files is listed. */
export interface MediaView {
  search: string
  /** Null: of every type. */
  type: MediaType | null
  isTrash: boolean
  /** From 1. */
  page: number
}

/** What the address of the page says, so that it can be gone back to. Another filter begins at the first page. */
export function useMediaView(): [MediaView, (change: Partial<MediaView>) => void] {
  const [query, setQuery] = useSearchParams()
  const view: MediaView = {
    search: query.get('search') ?? '',
    type: mediaTypes.find((type) => type === query.get('type')) ?? null,
    isTrash: query.has('trash'),
    page: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
  }
  const change = (part: Partial<MediaView>) => {
    const { search, type, isTrash, page } = { ...view, page: 1, ...part }
    const next = {
      ...(search && { search }),
      ...(type && { type }),
      ...(isTrash && { trash: '1' }),
      ...(page > 1 && { page: String(page) }),
    }
    setQuery(next, { replace: part.search !== undefined })
  }
  return [view, change]
}
