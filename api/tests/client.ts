import {
  errorAnswerSchema,
  routes,
  type Route,
  type RouteAnswer,
  type RouteInput,
  type RouteName,
  type Routes,
} from '@anawim/api/contract'
import { isDeepStrictEqual } from 'node:util'
import type { ErrorBody } from '@anawim/lesson'

/** What came back. `answer` and `error` fail the test when it was the other. */
export interface Reply<N extends RouteName> {
  status: number
  headers: Headers
  answer: RouteAnswer<Routes[N]>
  error: ErrorBody
}

export type Call = <N extends RouteName>(
  name: N,
  input: RouteInput<Routes[N]>,
  headers?: Record<string, string>,
) => Promise<Reply<N>>

interface LooseInput {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  form?: FormData
}

/** A client as the web's is: typed by the contract, and checking each answer by it. */
export function client(url: string, token?: string): Call {
  return async (name, input, headers = {}) => {
    const route: Route = routes[name]
    const { params = {}, query = {}, body, form } = input as LooseInput
    const path = route.path.replaceAll(/:(\w+)/g, (_all, key: string) => encodeURIComponent(String(params[key])))
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    )
    const response = await fetch(`${url}${path}?${search.toString()}`, {
      method: route.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const text = await response.text()
    const { status } = response
    return {
      status,
      headers: response.headers,
      get answer() {
        if (status >= 400) throw new Error(`${name} answered ${status}: ${text}`)
        const schema = route.answer
        if (schema === null || 'file' in schema || text === '') return undefined as RouteAnswer<Routes[typeof name]>
        const json: unknown = JSON.parse(text)
        if (!isDeepStrictEqual(schema.parse(json), json))
          throw new Error(`${name} answered more than its contract: ${text}`)
        return json as RouteAnswer<Routes[typeof name]>
      },
      get error() {
        if (status < 400) throw new Error(`${name} answered ${status}: ${text.slice(0, 200)}`)
        return errorAnswerSchema.parse(JSON.parse(text)).error
      },
    }
  }
}
