import type { Lesson, LessonCreate, LessonPatch } from '@anawim/api/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { dropToast, toast, toastError } from '../ui/toast.ts'
import { UndoMessage } from './UndoMessage.tsx'

/** What can be done to lessons from a list. Each refreshes the lists; those without a dialog tell what they did, and what failed. */
export function useLessonActions() {
  const { t } = useTranslation('dashboard')
  const queries = useQueryClient()
  const errorText = useErrorText()

  return useMemo(() => {
    const refresh = () => queries.invalidateQueries({ queryKey: ['lessons'] })
    const orTell = async (work: () => Promise<void>) => {
      try {
        await work()
      } catch (error) {
        toastError(errorText(error))
      } finally {
        void refresh()
      }
    }
    const restore = (lesson: Lesson) =>
      orTell(async () => {
        await call('restoreLesson', { params: { id: lesson.id } })
        toast(t('dashboard:restored', { title: lesson.title }))
      })

    return {
      /** Throws ApiError: the dialog shows it. */
      async create(body: LessonCreate): Promise<Lesson> {
        const lesson = await call('createLesson', { body })
        void refresh()
        return lesson
      },
      /** Throws ApiError: the dialog shows it. */
      async update(id: number, body: LessonPatch): Promise<void> {
        await call('updateLesson', { params: { id }, body })
        void refresh()
      },
      restore,
      trash: (lesson: Lesson) =>
        orTell(async () => {
          await call('deleteLesson', { params: { id: lesson.id } })
          const id = `trashed-${lesson.id}`
          const undo = () => {
            dropToast(id)
            void restore(lesson)
          }
          toast(<UndoMessage text={t('dashboard:trashed', { title: lesson.title })} onUndo={undo} />, id)
        }),
      duplicate: (lesson: Lesson) =>
        orTell(async () => {
          await call('duplicateLesson', { params: { id: lesson.id } })
          toast(t('dashboard:duplicated', { title: lesson.title }))
        }),
      unpublish: (lesson: Lesson) =>
        orTell(async () => {
          await call('unpublishLesson', { params: { id: lesson.id } })
          toast(t('dashboard:unpublished', { title: lesson.title }))
        }),
    }
  }, [queries, errorText, t])
}

export type LessonActions = ReturnType<typeof useLessonActions>
