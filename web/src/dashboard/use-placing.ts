import type { Folder } from '@anawim/api/contract'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { toast, toastError } from '../ui/toast.ts'
import type { FolderActions } from './use-folders.ts'

/** Moves lessons to folders and among favourites, and tells what was done or failed. */
export function usePlacing(actions: FolderActions) {
  const { t } = useTranslation('dashboard')
  const errorText = useErrorText()
  return useMemo(() => {
    const orTell = async (work: () => Promise<void>) => {
      try {
        await work()
      } catch (error) {
        toastError(errorText(error))
      }
    }
    return {
      move: (ids: number[], folderId: number | null, folders: readonly Folder[] = []) =>
        orTell(async () => {
          if (ids.length === 0) return
          await actions.place({ lesson_ids: ids, folder_id: folderId })
          const name = folders.find(({ id }) => id === folderId)?.name
          toast(name === undefined ? t('dashboard:folders.movedOut') : t('dashboard:folders.moved', { name }))
        }),
      favour: (ids: number[], isFavourite: boolean) =>
        orTell(async () => {
          await actions.place({ lesson_ids: ids, is_favourite: isFavourite })
        }),
    }
  }, [actions, t, errorText])
}
