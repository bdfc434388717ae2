import type { operationRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError } from '../http/api-error.ts'
import { answered, type HandlersOf } from '../http/handler.ts'
import type { HttpMetrics } from './http-metrics.ts'
import { apiDocsPage, type OpenApiDocument } from './api-docs.ts'
import { createOpenApi } from './open-api.ts'

/** Longer than this, and a load balancer has given up. In milliseconds. */
const PING_TIMEOUT = 3_000

export function createOperationHandlers(deps: ApiDeps, metrics: HttpMetrics): HandlersOf<typeof operationRoutes> {
  let openApi: Record<string, unknown> | undefined
  let page: string | undefined

  return {
    health: () => ({ status: 'ok' }),

    async ready() {
      if (deps.isReady?.() === false) throw new ApiError('unavailable', 'Starting, or stopping.', { retryAfter: 1 })
      const isThere = await within(
        PING_TIMEOUT,
        deps.db.ping().then(() => true),
      )
      if (!isThere) throw new ApiError('unavailable', 'The database is away.', { retryAfter: 1 })
      return { status: 'ready' }
    },

    async metrics({ res }) {
      const { contentType, body } = await metrics.text()
      res.set('Content-Type', contentType).set('Cache-Control', 'no-store').end(body)
      return answered
    },

    openApi({ res }) {
      res.set('Cache-Control', 'no-cache')
      openApi ??= createOpenApi()
      return openApi
    },

    apiDocs({ res }) {
      openApi ??= createOpenApi()
      page ??= apiDocsPage(openApi as unknown as OpenApiDocument)
      res.set('Content-Type', 'text/html; charset=utf-8').set('Cache-Control', 'no-cache').end(page)
      return answered
    },
  }
}

/** The value, or null when it takes longer. */
async function within<T>(milliseconds: number, value: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([value, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
