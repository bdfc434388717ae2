import { knownRoutes } from './called-routes.ts'
import { mediaRoutes } from './media-routes.ts'

Object.assign(knownRoutes, mediaRoutes)

/** `call` for the routes of `media-routes.ts`, too: whoever calls one of those takes it from here. */
export { call } from './call.ts'
