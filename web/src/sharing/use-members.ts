/**
 * Whom a lesson is shared with. Here: the dialogs to share and to publish, for dashboard and editor alike. Both need the
 * QueryClient that RequireSession gives.
 */
import type { Member, MemberAdd } from '@anawim/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/school-call.ts'

/** The members of a lesson, and how to change them. `enabled`: false while nobody looks. */
export function useMembers(lessonId: number, enabled: boolean) {
  const queries = useQueryClient()
  const key = ['lessons', 'members', lessonId]
  const params = { id: lessonId }
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('listMembers', { params }, { signal }),
    enabled,
  })
  const put = useMutation({
    mutationFn: (member: MemberAdd) => call('addMember', { params, body: member }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (member: Member) => call('removeMember', { params: { id: lessonId, userId: member.user.id } }),
    onSettled,
  })
  const transfer = useMutation({
    mutationFn: (member: Member) => call('transferLesson', { params, body: { user_id: member.user.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lessons'] }),
  })
  return { list, put, remove, transfer }
}
