import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { queryOfView, type ListView } from './list-view.ts'

/** One page of the lessons that one may see. While the next one loads, the last stays. */
export function useLessons(view: ListView) {
  const query = queryOfView(view)
  return useQuery({
    queryKey: ['lessons', 'list', query],
    queryFn: ({ signal }) => call('listLessons', { query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** The levels and topics that there are, for filters and for suggestions. */
export function useFacets() {
  return useQuery({
    queryKey: ['lessons', 'facets'],
    queryFn: ({ signal }) => call('lessonFacets', undefined, { signal }),
    staleTime: 60_000,
  })
}
