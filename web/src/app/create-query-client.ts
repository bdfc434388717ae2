import { QueryClient } from '@tanstack/react-query'
import { asApiError } from '../session/api-error.ts'

/** What one person has loaded. `userId` is in no key: the client itself is theirs. */
export function createQueryClient(_userId: number | null): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the server has decided does not change by asking again; being out of reach may.
        retry: (count, error) => count < 2 && [0, 502, 503].includes(asApiError(error).status),
        retryDelay: (count) => 600 * 2 ** count,
        // A LAN has no internet, and browsers may call that offline: always try.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
