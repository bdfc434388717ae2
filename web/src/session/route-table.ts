import type { RouteName, Routes } from '@anawim/api/contract'

export type AddressOf<N extends RouteName> = `${Routes[N]['method']} ${Routes[N]['path']}`

/**
 * Method and path of each route that the app calls. The compiler holds every line to the contract; only the contract's types come
 * here, since its schemas would bring zod to every phone. What the viewer's page calls, too, is in `called-routes.ts`; sharing and
 * classes bring theirs with them (`school-call.ts`).
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
  listMembers: 'GET /api/lessons/:id/members',
  addMember: 'POST /api/lessons/:id/members',
  removeMember: 'DELETE /api/lessons/:id/members/:userId',
  listVersions: 'GET /api/lessons/:id/versions',
  keepVersion: 'POST /api/lessons/:id/versions',
  getVersion: 'GET /api/lessons/:id/versions/:versionId',
  renameVersion: 'PATCH /api/lessons/:id/versions/:versionId',
  removeVersion: 'DELETE /api/lessons/:id/versions/:versionId',
  restoreVersion: 'POST /api/lessons/:id/versions/:versionId/restore',
  uploadMedia: 'POST /api/media',
  listUsers: 'GET /api/admin/users',
  updateUser: 'PATCH /api/admin/users/:id',
} as const satisfies { [N in RouteName]?: AddressOf<N> }
