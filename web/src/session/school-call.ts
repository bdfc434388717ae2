import { knownRoutes } from './called-routes.ts'
import { schoolRoutes } from './school-routes.ts'

Object.assign(knownRoutes, schoolRoutes)

/** `call` and `request` for the routes of `school-routes.ts`, too: whoever calls one of those takes them from here. */
export { call } from './call.ts'
export { request } from './request.ts'
