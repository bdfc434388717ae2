import type { LessonActivity } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './AdminPage.module.css'
import { PeopleNow } from './PeopleNow.tsx'

/** One lesson in which somebody is. */
export function ActivityRow({ lesson }: { lesson: LessonActivity }) {
  const { t } = useTranslation('admin')
  return (
    <tr>
      <td className={styles.name}>
        <Link to={`/lessons/${lesson.lessonId}`}>{lesson.title}</Link>
      </td>
      <td data-label={t('admin:now.editing')}>
        <PeopleNow people={lesson.editors} count={lesson.editorCount} />
      </td>
      <td data-label={t('admin:now.watching')}>
        <PeopleNow people={lesson.viewers} count={lesson.viewerCount} />
      </td>
    </tr>
  )
}
