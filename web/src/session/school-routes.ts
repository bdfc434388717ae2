import type { RouteName } from '@anawim/api/contract'
import type { AddressOf } from './route-table.ts'

/** The routes of sharing, links and classes: they come with the pages that call them, and not to every phone. */
export const schoolRoutes = {
  codeLogin: 'POST /api/auth/code-login',
  findPeople: 'GET /api/people',
  leaveLesson: 'POST /api/lessons/:id/leave',
  transferLesson: 'POST /api/lessons/:id/author',
  listLinks: 'GET /api/lessons/:id/links',
  createLink: 'POST /api/lessons/:id/links',
  removeLink: 'DELETE /api/lessons/:id/links/:linkId',
  openLink: 'POST /api/links/open',
  listSharedClasses: 'GET /api/lessons/:id/classes',
  shareWithClass: 'POST /api/lessons/:id/classes',
  unshareWithClass: 'DELETE /api/lessons/:id/classes/:classId',
  listClasses: 'GET /api/classes',
  createClass: 'POST /api/classes',
  joinClass: 'POST /api/classes/join',
  getClass: 'GET /api/classes/:id',
  updateClass: 'PATCH /api/classes/:id',
  deleteClass: 'DELETE /api/classes/:id',
  openClass: 'POST /api/classes/:id/join-code',
  closeClass: 'DELETE /api/classes/:id/join-code',
  listPupils: 'GET /api/classes/:id/pupils',
  createPupils: 'POST /api/classes/:id/pupils',
  removePupil: 'DELETE /api/classes/:id/pupils/:userId',
  renewCodes: 'POST /api/classes/:id/codes',
} as const satisfies { [N in RouteName]?: AddressOf<N> }
