import type { User } from '@anawim/api/contract'
import type { RoleName } from '@anawim/lesson'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/school-call.ts'

export const USERS_PER_PAGE = 50

/** One page of all accounts. */
export function useUsers(view: { search: string; role: RoleName | ''; page: number }) {
  const query = {
    skip: (view.page - 1) * USERS_PER_PAGE,
    limit: USERS_PER_PAGE,
    search: view.search || undefined,
    role: view.role || undefined,
  }
  return useQuery({
    queryKey: ['users', query],
    queryFn: ({ signal }) => call('listUsers', { query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** A change to an account: its role, or whether it is suspended. */
export interface UserChange {
  user: User
  patch: { role?: RoleName; is_active?: boolean }
}

/** Changes an account, and shows the new list. */
export function useUserChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ user, patch }: UserChange) => call('updateUser', { params: { id: user.id }, body: patch }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
}
