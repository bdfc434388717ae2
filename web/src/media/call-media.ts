import type { RouteName } from '@anawim/api/contract'
import { callAt, type CallArguments } from '../session/call.ts'
import type { AnswerOf } from '../session/request.ts'
import type { AddressOf } from '../session/route-table.ts'

/** The routes of the library, which come with its page and the editor's picker. */
const mediaRoutes = {
  listMedia: 'GET /api/media',
  getMedia: 'GET /api/media/:id',
  updateMedia: 'PATCH /api/media/:id',
  deleteMedia: 'DELETE /api/media/:id',
  restoreMedia: 'POST /api/media/:id/restore',
  purgeMedia: 'DELETE /api/media/:id/forever',
  listMediaUses: 'GET /api/media/:id/uses',
  importMedia: 'POST /api/media/import',
} as const satisfies { [N in RouteName]?: AddressOf<N> }

/** Calls one of these as who is logged in, as `call` does. */
export async function callMedia<N extends keyof typeof mediaRoutes>(
  name: N,
  ...[input, options]: CallArguments<N>
): Promise<AnswerOf<N>> {
  return (await callAt(mediaRoutes[name], input, options)) as AnswerOf<N>
}
