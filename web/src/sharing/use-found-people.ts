import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../session/school-call.ts'

/** People whose names hold what is being typed. Nothing for an e-mail: nobody is found by a part of one. */
export function useFoundPeople(typed: string) {
  const [search] = useDebouncedValue(typed.trim(), 200)
  const isName = search.length >= 2 && !search.includes('@')
  const found = useQuery({
    queryKey: ['people', search],
    queryFn: ({ signal }) => call('findPeople', { query: { search } }, { signal }),
    enabled: isName,
    placeholderData: keepPreviousData,
  })
  return { isName: isName && search === typed.trim(), items: isName ? (found.data?.items ?? []) : [], found }
}
