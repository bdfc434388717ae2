import { vi } from 'vitest'
import { knownRoutes } from '../../src/session/called-routes.ts'
import { routeTable } from '../../src/session/route-table.ts'

// As the app does when it starts.
Object.assign(knownRoutes, routeTable)

type Answer = { status: number; body?: unknown } | 'away'

/** The network, as the session meets it: answers by `METHOD /path`, and a list of what was asked with which token. */
export class SchoolServer {
  readonly asked: { what: string; token: string | null }[] = []
  private readonly answers = new Map<string, (token: string | null) => Answer | Promise<Answer>>()

  constructor() {
    vi.stubGlobal('fetch', async (path: string, { method, headers }: RequestInit) => {
      const bearer = (headers as Record<string, string>)['authorization'] ?? null
      const token = bearer?.replace('Bearer ', '') ?? null
      const what = `${method} ${path}`
      this.asked.push({ what, token })
      const answer = (await this.answers.get(what)?.(token)) ?? { status: 404, body: errorBody('not_found') }
      if (answer === 'away') throw new TypeError('Failed to fetch')
      return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status })
    })
  }

  on(what: string, answer: (token: string | null) => Answer | Promise<Answer>): this {
    this.answers.set(what, answer)
    return this
  }

  count(what: string): number {
    return this.asked.filter((one) => one.what === what).length
  }
}

export const user = {
  id: 7,
  email: 'lan@truong.vn',
  full_name: 'Lan',
  role: 'teacher',
  is_admin: false,
  is_active: true,
  created_at: '2026-01-01T00:00:00.000Z',
}

export const errorBody = (code: string) => ({ error: { code, message: code, request_id: 'r1' } })

export const unauthenticated = { status: 401, body: errorBody('unauthenticated') }

/** What a refresh or a login gives. */
export const session = (token: string) => ({
  status: 200,
  body: { access_token: token, token_type: 'bearer', expires_in: 900, user },
})

/** `GET /api/auth/me` of a server that knows only this token. */
export const meFor = (good: string) => (token: string | null) =>
  token === good ? { status: 200, body: { user } } : unauthenticated
