import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../session/school-call.ts'

/** Is this worth looking for? Nobody is found by a letter, or by a part of an e-mail. */
export function mayBeName(typed: string): boolean {
  return typed.trim().length >= 2 && !typed.includes('@')
}

/** People whose names hold what is being typed. Nothing for an e-mail. */
export function useFoundPeople(typed: string) {
  const [search] = useDebouncedValue(typed.trim(), 200)
  const isName = mayBeName(search)
  const found = useQuery({
    queryKey: ['people', search],
    queryFn: ({ signal }) => call('findPeople', { query: { search } }, { signal }),
    enabled: isName,
    placeholderData: keepPreviousData,
  })
  return { isName: isName && search === typed.trim(), items: isName ? (found.data?.items ?? []) : [], found }
}
