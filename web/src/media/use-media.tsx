import type { Media } from '@anawim/api/contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dropToast, toast, toastError } from '../ui/toast.ts'
import { Button, Group, Text } from '@mantine/core'
import { call } from '../session/media-call.ts'
import { type MediaView, PAGE_SIZE } from './media-view.ts'
import { useMediaError } from './use-media-error.ts'

/** One page of one's own files, and how much of one's room they take. While the next one loads, the last stays. */
export function useMediaList({ search, type, isTrash, page }: MediaView) {
  const query = {
    skip: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
    ...(search && { search }),
    ...(type && { type }),
    ...(isTrash && { trash: true }),
  }
  return useQuery({
    queryKey: ['media', 'list', query],
    queryFn: ({ signal }) => call('listMedia', { query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** The lessons that show it, of those that one may see. */
export function useMediaUses(id: number) {
  return useQuery({
    queryKey: ['media', 'uses', id],
    queryFn: ({ signal }) => call('listMediaUses', { params: { id } }, { signal }),
  })
}

/** What can be done to files. Each refreshes the lists; those without a dialog tell what they did, and what failed. */
export function useMediaActions() {
  const { t } = useTranslation('media')
  const queries = useQueryClient()
  const told = useMediaError()
  return useMemo(() => {
    const refresh = () => void queries.invalidateQueries({ queryKey: ['media'] })
    const orTell = async (work: () => Promise<void>) => {
      try {
        await work()
      } catch (error) {
        toastError(told(error))
      } finally {
        refresh()
      }
    }
    const restore = ({ id, original_filename: name }: Media) =>
      orTell(async () => {
        await call('restoreMedia', { params: { id } })
        toast(t('media:restored', { name }))
      })
    return {
      refresh,
      restore,
      trash: (media: Media) =>
        orTell(async () => {
          await call('deleteMedia', { params: { id: media.id } })
          const id = `trashed-media-${media.id}`
          const undo = () => {
            dropToast(id)
            void restore(media)
          }
          toast(
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm" lineClamp={2}>
                {t('media:trashed', { name: media.original_filename })}
              </Text>
              <Button variant="light" size="compact-sm" onClick={undo} style={{ flex: 'none' }}>
                {t('media:undo')}
              </Button>
            </Group>,
            id,
          )
        }),
      /** Throws ApiError: the dialog shows it. */
      async purge({ id, original_filename: name }: Media): Promise<void> {
        await call('purgeMedia', { params: { id } })
        toast(t('media:purged', { name }))
        refresh()
      },
      /** Throws ApiError: the dialog shows it. */
      async describe(id: number, body: { original_filename: string; alt: string }): Promise<void> {
        await call('updateMedia', { params: { id }, body })
        refresh()
      },
    }
  }, [queries, told, t])
}

export type MediaActions = ReturnType<typeof useMediaActions>
