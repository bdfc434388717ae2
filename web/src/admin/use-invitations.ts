import type { RouteInput, Routes } from '@anawim/api/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/school-call.ts'

export const INVITATIONS_PER_PAGE = 50

/** One page of the invitations that nobody has accepted. */
export function useInvitations(page: number) {
  const query = { skip: (page - 1) * INVITATIONS_PER_PAGE, limit: INVITATIONS_PER_PAGE }
  return useQuery({
    queryKey: ['invitations', query],
    queryFn: ({ signal }) => call('listInvitations', { query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export type InvitationBody = RouteInput<Routes['invite']>['body']

/** Invites somebody, or anew. */
export function useInvite() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: InvitationBody) => call('invite', { body }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['invitations'] }),
        queries.invalidateQueries({ queryKey: ['mails'] }),
      ]),
  })
}

/** Ends an invitation. */
export function useWithdraw() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => call('withdrawInvitation', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invitations'] }),
  })
}
