import type { RouteName } from '@anawim/api/contract'
import type { AddressOf } from './route-table.ts'

/** The routes of the library: they come with its page and the editor's picker, and not with every page. */
export const mediaRoutes = {
  listMedia: 'GET /api/media',
  getMedia: 'GET /api/media/:id',
  updateMedia: 'PATCH /api/media/:id',
  deleteMedia: 'DELETE /api/media/:id',
  restoreMedia: 'POST /api/media/:id/restore',
  purgeMedia: 'DELETE /api/media/:id/forever',
  listMediaUses: 'GET /api/media/:id/uses',
  importMedia: 'POST /api/media/import',
} as const satisfies { [N in RouteName]?: AddressOf<N> }
