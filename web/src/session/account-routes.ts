import type { RouteName } from '@anawim/api/contract'
import { callAt, type CallArguments } from './call.ts'
import type { AnswerOf } from './request.ts'
import type { AddressOf } from './route-table.ts'

/** The routes of accounts: apart from the others, so that only the pages that need them load their names. */
const accountRoutes = {
  updateProfile: 'PATCH /api/profile',
  uploadAvatar: 'POST /api/profile/avatar',
  removeAvatar: 'DELETE /api/profile/avatar',
  changePassword: 'POST /api/auth/password',
  listSessions: 'GET /api/auth/sessions',
  endSession: 'DELETE /api/auth/sessions/:sessionId',
  endOtherSessions: 'DELETE /api/auth/sessions',
  forgotPassword: 'POST /api/auth/forgot-password',
  resetPassword: 'POST /api/auth/reset-password',
  seeInvitation: 'POST /api/auth/invitation',
  acceptInvitation: 'POST /api/auth/invitation/accept',
  listInvitations: 'GET /api/admin/invitations',
  invite: 'POST /api/admin/invitations',
  withdrawInvitation: 'DELETE /api/admin/invitations/:id',
  listMails: 'GET /api/admin/mails',
  setTemporaryPassword: 'POST /api/admin/users/:id/temporary-password',
} as const satisfies { [N in RouteName]?: AddressOf<N> }

type AccountRoute = keyof typeof accountRoutes

/** `call`, for the routes of accounts. */
export async function callAccount<N extends AccountRoute>(
  name: N,
  ...[input, options]: CallArguments<N>
): Promise<AnswerOf<N>> {
  return (await callAt(accountRoutes[name], input, options)) as AnswerOf<N>
}
