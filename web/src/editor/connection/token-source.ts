import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import { asApiError } from '../../session/api-error.ts'
import { call } from '../../session/call.ts'
import type { TokenSource } from './connection.ts'
import type { ClosedReason } from './save-state.ts'

/** Answers of the API after which there will be no token, however often one asks. */
const refusals: Readonly<Record<string, ClosedReason>> = {
  unauthenticated: 'unauthenticated',
  account_suspended: 'suspended',
  forbidden: 'forbidden',
  not_found: 'gone',
  client_outdated: 'outdated',
}

/** Fetches a token for this lesson's socket whenever one is needed; the first at once, while the way to the socket is made. */
export function lessonTokens(lessonId: number): TokenSource {
  const ask: TokenSource = async () => {
    try {
      const { token } = await call('collabToken', { params: { id: lessonId }, body: { schemaVersion: SCHEMA_VERSION } })
      return { token }
    } catch (error) {
      const refused = refusals[asApiError(error).code]
      if (refused) return { refused }
      throw error
    }
  }
  let first: ReturnType<TokenSource> | null = ask()
  // Who takes it hears of it.
  first.catch(() => undefined)
  return () => {
    const token = first ?? ask()
    first = null
    return token
  }
}
