import { routeTable } from './route-table.ts'
import type { schoolRoutes } from './school-routes.ts'

/** The routes that the browser calls, by the contract's names. */
export type CalledRoute = keyof typeof routeTable | keyof typeof schoolRoutes

/** Method and path of each route that is known so far. */
export const knownRoutes: Partial<Record<CalledRoute, string>> = { ...routeTable }
