import type { RouteName, Routes } from '@anawim/api/contract'

export type AddressOf<N extends RouteName> = `${Routes[N]['method']} ${Routes[N]['path']}`

/**
 * Method and path of each route that the app calls. The compiler holds every line to the contract; only the contract's types come
 * here, since its schemas would bring zod to every phone. What the viewer's page calls, too, is in `called-routes.ts`; what is
 * loaded after the page (accounts, folders, sharing, classes, administration) brings its own with it (`school-call.ts`).
 */
export const routeTable = {
  authOptions: 'GET /api/auth/options',
  register: 'POST /api/auth/register',
  login: 'POST /api/auth/login',
  logout: 'POST /api/auth/logout',
  listLessons: 'GET /api/lessons',
  createLesson: 'POST /api/lessons',
  lessonFacets: 'GET /api/lessons/facets',
  getLesson: 'GET /api/lessons/:id',
  updateLesson: 'PATCH /api/lessons/:id',
  deleteLesson: 'DELETE /api/lessons/:id',
  restoreLesson: 'POST /api/lessons/:id/restore',
  duplicateLesson: 'POST /api/lessons/:id/duplicate',
  publishLesson: 'POST /api/lessons/:id/publish',
  unpublishLesson: 'POST /api/lessons/:id/unpublish',
  collabToken: 'POST /api/lessons/:id/collab-token',
  uploadMedia: 'POST /api/media',
} as const satisfies { [N in RouteName]?: AddressOf<N> }
