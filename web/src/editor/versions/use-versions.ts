/**
 * What was kept of the open lesson. Here: the panel that lists, shows, names and restores versions. Not here: the lesson as it is now,
 * which no version ever changes.
 */
import type { Version } from '@anawim/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../session/school-call.ts'

/** A picture is drawn seconds after its version was kept. Milliseconds. */
const LOOK_AGAIN = 2_000
const PATIENCE = 60_000

/** The versions of a lesson, the newest first. `enabled`: false while nobody looks. */
export function useVersions(lessonId: number, enabled: boolean) {
  return useQuery({
    queryKey: ['versions', lessonId],
    queryFn: async ({ signal }) => (await call('listVersions', { params: { id: lessonId } }, { signal })).items,
    enabled,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isBeingDrawn) ? LOOK_AGAIN : false),
  })
}

function isBeingDrawn({ thumbnail, created_at }: Version): boolean {
  return thumbnail === null && Date.now() - Date.parse(created_at) < PATIENCE
}

/** The canvas of one version. It never changes, so it is asked for once. */
export function useVersionContent(lessonId: number, versionId: number) {
  return useQuery({
    queryKey: ['version', lessonId, versionId],
    queryFn: async ({ signal }) =>
      (await call('getVersion', { params: { id: lessonId, versionId } }, { signal })).content,
    staleTime: Infinity,
    gcTime: PATIENCE,
  })
}

/** What can be done to versions. Each throws ApiError, and brings the list up to date. */
export function useVersionActions(lessonId: number) {
  const queries = useQueryClient()
  return useMemo(() => {
    const thenRefresh = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work
      } finally {
        void queries.invalidateQueries({ queryKey: ['versions', lessonId] })
      }
    }
    const paramsOf = (version: Version) => ({ id: lessonId, versionId: version.id })
    return {
      keep: (name: string) => thenRefresh(call('keepVersion', { params: { id: lessonId }, body: { name } })),
      rename: (version: Version, name: string) =>
        thenRefresh(call('renameVersion', { params: paramsOf(version), body: { name } })),
      remove: (version: Version) => thenRefresh(call('removeVersion', { params: paramsOf(version) })),
      restore: (version: Version, title: string) =>
        thenRefresh(call('restoreVersion', { params: paramsOf(version), body: { title } })),
    }
  }, [queries, lessonId])
}

export type VersionActions = ReturnType<typeof useVersionActions>
