import type { mediaRoutes } from './media-routes.ts'
import type { AddressOf, routeTable } from './route-table.ts'
import type { schoolRoutes } from './school-routes.ts'

/** What every page calls, the viewer's too. */
const everywhere = {
  me: 'GET /api/auth/me',
  refresh: 'POST /api/auth/refresh',
  liveLesson: 'GET /api/lessons/:id/live',
} as const satisfies { [N in 'me' | 'refresh' | 'liveLesson']: AddressOf<N> }

/** The routes that the browser calls, by the contract's names. */
export type CalledRoute =
  | keyof typeof everywhere
  | keyof typeof routeTable
  | keyof typeof schoolRoutes
  | keyof typeof mediaRoutes

/** Method and path of each route that is known on this page. The app adds its own when it starts: phones that only view carry none of them. */
export const knownRoutes: Partial<Record<CalledRoute, string>> = everywhere
