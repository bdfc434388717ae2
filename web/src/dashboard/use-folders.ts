import type { Folder, PlaceChange } from '@anawim/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../session/school-call.ts'

/** One's own folders, by name. */
export function useFolders() {
  return useQuery({
    queryKey: ['lessons', 'folders'],
    queryFn: async ({ signal }): Promise<Folder[]> => (await call('listFolders', undefined, { signal })).items,
  })
}

/** What can be done to folders, and to the places of lessons. Each throws ApiError, and refreshes the lists. */
export function useFolderActions() {
  const queries = useQueryClient()
  return useMemo(() => {
    async function then<T>(work: Promise<T>): Promise<T> {
      try {
        return await work
      } finally {
        void queries.invalidateQueries({ queryKey: ['lessons'] })
      }
    }
    return {
      create: (name: string) => then(call('createFolder', { body: { name } })),
      rename: (id: number, name: string) => then(call('renameFolder', { params: { id }, body: { name } })),
      remove: (id: number) => then(call('removeFolder', { params: { id } })),
      place: (change: PlaceChange) => then(call('placeLessons', { body: change })),
    }
  }, [queries])
}

export type FolderActions = ReturnType<typeof useFolderActions>
