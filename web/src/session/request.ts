import type { RouteAnswer, RouteInput, RouteName, Routes } from '@anawim/api/contract'
import { ApiError, errorOfAnswer } from './api-error.ts'
import { knownRoutes, type CalledRoute } from './called-routes.ts'

export type InputOf<N extends RouteName> = RouteInput<Routes[N]>
export type AnswerOf<N extends RouteName> = RouteAnswer<Routes[N]>

/** After this long without an answer the server counts as unreachable. Uploads may take longer. */
const PATIENCE = 30_000

type Value = string | number | boolean | null | undefined

interface LooseInput {
  params?: Record<string, Value>
  query?: Record<string, Value>
  body?: unknown
  form?: FormData
}

/**
 * Sends one request of the contract, once, with that token. Throws ApiError; an aborted request throws the signal's own
 * AbortError.
 */
export async function request<N extends CalledRoute>(
  name: N,
  input: InputOf<N> | undefined,
  token: string | null,
  signal?: AbortSignal,
): Promise<AnswerOf<N>> {
  return (await send(String(knownRoutes[name]), input, token, signal)) as AnswerOf<N>
}

/** The same by method and path (`GET /api/lessons/:id`), for tables of routes that not every page has. */
export async function send(
  address: string,
  input: unknown,
  token: string | null,
  signal?: AbortSignal,
): Promise<unknown> {
  const { params, query, body, form } = (input ?? {}) as LooseInput
  const [method, path] = address.split(' ') as [string, string]
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token) headers['authorization'] = `Bearer ${token}`
  if (body !== undefined) headers['content-type'] = 'application/json'
  const patience = new AbortController()
  const giveUp = () => patience.abort()
  const timer = form ? undefined : setTimeout(giveUp, PATIENCE)
  signal?.addEventListener('abort', giveUp)
  try {
    const response = await fetch(addressOf(path, params, query), {
      method,
      headers,
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
      credentials: 'same-origin',
      signal: patience.signal,
    })
    if (!response.ok) throw await errorOfAnswer(response)
    return response.status === 204 ? undefined : await response.json()
  } catch (error) {
    if (error instanceof ApiError) throw error
    if (signal?.aborted) throw signal.reason
    throw new ApiError('unreachable', 0, { message: String(error) })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

function addressOf(path: string, params: LooseInput['params'], query: LooseInput['query']): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return search.size > 0 ? `${filled}?${search}` : filled
}
