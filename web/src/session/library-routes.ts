import type { RouteName } from '@anawim/api/contract'
import { callAt, type CallArguments } from './call.ts'
import type { AnswerOf } from './request.ts'
import type { AddressOf } from './route-table.ts'

/** The routes of folders and templates, which only the dashboard and the admins' pages call: no phone of a class loads them. */
const libraryRoutes = {
  listFolders: 'GET /api/folders',
  createFolder: 'POST /api/folders',
  renameFolder: 'PATCH /api/folders/:id',
  removeFolder: 'DELETE /api/folders/:id',
  placeLessons: 'POST /api/lessons/places',
  listTemplates: 'GET /api/templates',
  proposeTemplate: 'POST /api/lessons/:id/propose',
  listAllTemplates: 'GET /api/admin/templates',
  createTemplate: 'POST /api/admin/templates',
  orderTemplates: 'POST /api/admin/templates/order',
  updateTemplate: 'PATCH /api/admin/templates/:id',
  openTemplate: 'POST /api/admin/templates/:id/canvas',
  publishTemplate: 'POST /api/admin/templates/:id/publish',
  withdrawTemplate: 'POST /api/admin/templates/:id/withdraw',
  removeTemplate: 'DELETE /api/admin/templates/:id',
} as const satisfies { [N in RouteName]?: AddressOf<N> }

/** Calls one of these as who is logged in, as `call` does. */
export async function callLibrary<N extends keyof typeof libraryRoutes>(
  name: N,
  ...[input, options]: CallArguments<N>
): Promise<AnswerOf<N>> {
  return (await callAt(libraryRoutes[name], input, options)) as AnswerOf<N>
}
