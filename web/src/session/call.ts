import type { RouteName } from '@anawim/api/contract'
import { asApiError } from './api-error.ts'
import { refresh } from './refresh.ts'
import { knownRoutes, type CalledRoute } from './called-routes.ts'
import { send, type AnswerOf, type InputOf } from './request.ts'
import { heldToken, renewalTime } from './token-store.ts'

export interface CallOptions {
  signal?: AbortSignal
}

export type CallArguments<N extends RouteName> =
  Record<never, never> extends InputOf<N>
    ? [input?: InputOf<N>, options?: CallOptions]
    : [input: InputOf<N>, options?: CallOptions]

/**
 * Calls one route of the contract as who is logged in: `await call('getLesson', {params: {id: 3}})`. The token is renewed
 * before it ends, and once when it was refused. Throws ApiError, or the AbortError of `options.signal`.
 */
export async function call<N extends CalledRoute>(
  name: N,
  ...[input, options]: CallArguments<N>
): Promise<AnswerOf<N>> {
  const address = String(knownRoutes[name])
  const ask = async (token: string | null) => (await send(address, input, token, options?.signal)) as AnswerOf<N>
  const token = await freshToken()
  try {
    return await ask(token)
  } catch (error) {
    if (token === null || asApiError(error).code !== 'unauthenticated') throw error
    const result = await refresh(token)
    if (result.is !== 'renewed') throw error
    return await ask(heldToken())
  }
}

/** A token that is not about to end, as far as one can know; null when nobody is logged in. For sockets, too. */
export async function freshToken(): Promise<string | null> {
  const token = heldToken()
  const due = renewalTime()
  if (token !== null && due !== null && Date.now() >= due) await refresh(token)
  return heldToken()
}
