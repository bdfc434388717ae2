import type { Lesson } from '@anawim/api/contract'
import { useTranslation } from 'react-i18next'
import type { OpenDialog } from '../dashboard/LessonDialogs.tsx'
import { LessonLink } from '../dashboard/LessonLink.tsx'
import { LessonMenu } from '../dashboard/LessonMenu.tsx'
import { StatusBadge } from '../dashboard/StatusBadge.tsx'
import type { LessonActions } from '../dashboard/use-lesson-actions.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './AdminPage.module.css'

interface AdminLessonRowProps {
  lesson: Lesson
  actions: LessonActions
  onDialog: (dialog: OpenDialog) => void
}

/** One lesson of the table. */
export function AdminLessonRow({ lesson, actions, onDialog }: AdminLessonRowProps) {
  const { t } = useTranslation(['admin', 'dashboard'])
  return (
    <tr>
      <td className={styles.name}>
        <LessonLink lesson={lesson} />
      </td>
      <td data-label={t('admin:author')}>{lesson.author.full_name}</td>
      <td data-label={t('dashboard:status')}>
        <StatusBadge lesson={lesson} />
      </td>
      <td data-label={t('admin:updated')}>
        <RelativeTime time={lesson.updated_at} />
      </td>
      <td className={styles.actions}>
        <LessonMenu lesson={lesson} actions={actions} onDialog={onDialog} />
      </td>
    </tr>
  )
}
