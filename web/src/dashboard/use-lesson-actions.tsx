import type { Lesson, LessonCreate, LessonPatch, PlaceChange } from '@anawim/api/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/call.ts'
import { heldToken } from '../session/token-store.ts'
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

    /** One after the other: what failed is told once, and the rest is done all the same. */
    const forAll = async (
      lessons: readonly Lesson[],
      work: (lesson: Lesson) => Promise<unknown>,
    ): Promise<Lesson[]> => {
      const done: Lesson[] = []
      await orTell(async () => {
        let failure: unknown = null
        for (const lesson of lessons) {
          try {
            await work(lesson)
            done.push(lesson)
          } catch (error) {
            failure = error
          }
        }
        if (failure !== null) throw failure
      })
      return done
    }
    const restoreAll = async (lessons: readonly Lesson[]) => {
      const done = await forAll(lessons, ({ id }) => call('restoreLesson', { params: { id } }))
      if (done.length > 0) toast(t('dashboard:chosen.restored', { count: done.length }))
    }

    return {
      restoreAll,
      async trashAll(lessons: readonly Lesson[]): Promise<void> {
        const done = await forAll(lessons, ({ id }) => call('deleteLesson', { params: { id } }))
        if (done.length === 0) return
        const id = 'trashed-many'
        const undo = () => {
          dropToast(id)
          void restoreAll(done)
        }
        toast(<UndoMessage text={t('dashboard:chosen.trashed', { count: done.length })} onUndo={undo} />, id)
      },
      /** Among what one opened last. Nobody waits for it; it arrives though the page is left for another, and is not missed when not. */
      opened({ id }: Lesson): void {
        const body: PlaceChange = { lesson_ids: [id], opened: true }
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${heldToken() ?? ''}` }
        const sent = { method: 'POST', keepalive: true, headers, body: JSON.stringify(body) }
        fetch('/api/lessons/places', sent).catch(() => {})
      },
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
