/** Classes and their pupils, as the API gives them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/school-call.ts'

/** A teacher's own classes; for a student those they are in. */
export function useClasses() {
  return useQuery({ queryKey: ['classes'], queryFn: ({ signal }) => call('listClasses', undefined, { signal }) })
}

/** One class, its pupils, and what its teacher does with them. */
export function useClass(id: number) {
  const queries = useQueryClient()
  const params = { id }
  const onSettled = () => queries.invalidateQueries({ queryKey: ['classes'] })
  const shown = useQuery({
    queryKey: ['classes', id],
    queryFn: ({ signal }) => call('getClass', { params }, { signal }),
  })
  const pupils = useQuery({
    queryKey: ['classes', id, 'pupils'],
    queryFn: ({ signal }) => call('listPupils', { params }, { signal }),
  })
  const rename = useMutation({
    mutationFn: (name: string) => call('updateClass', { params, body: { name } }),
    onSettled,
  })
  const remove = useMutation({ mutationFn: () => call('deleteClass', { params }), onSettled })
  const setOpen = useMutation({
    mutationFn: (isOpen: boolean) => call(isOpen ? 'openClass' : 'closeClass', { params }),
    onSettled,
  })
  const addPupils = useMutation({
    mutationFn: (names: string[]) => call('createPupils', { params, body: { names } }),
    onSettled,
  })
  const removePupil = useMutation({
    mutationFn: (userId: number) => call('removePupil', { params: { id, userId } }),
    onSettled,
  })
  const renewCodes = useMutation({
    mutationFn: (userIds: number[]) => call('renewCodes', { params, body: { user_ids: userIds } }),
    onSettled,
  })
  return { shown, pupils, rename, remove, setOpen, addPupils, removePupil, renewCodes }
}

export type ClassTools = ReturnType<typeof useClass>
