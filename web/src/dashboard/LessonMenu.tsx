import type { Lesson } from '@anawim/api/contract'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '../ui/MoreButton.tsx'
import type { OpenDialog } from './LessonDialogs.tsx'
import type { LessonActions } from './use-lesson-actions.tsx'
import { later } from '../ui/later.ts'

export interface LessonMenuProps {
  lesson: Lesson
  actions: LessonActions
  onDialog: (dialog: OpenDialog) => void
}

/** Menus bring the code that places them: it is loaded after the lessons show. */
const LoadedLessonMenu = later(async () => (await import('./LoadedLessonMenu.tsx')).LoadedLessonMenu)

/** The menu of what one may do with a lesson. Who may only read it has none. */
export function LessonMenu(props: LessonMenuProps) {
  const { t } = useTranslation('dashboard')
  if (!props.lesson.allowed.some((action) => action !== 'read')) return null
  return (
    <Suspense fallback={<MoreButton label={t('dashboard:menu.label', { title: props.lesson.title })} aria-disabled />}>
      <LoadedLessonMenu {...props} />
    </Suspense>
  )
}
