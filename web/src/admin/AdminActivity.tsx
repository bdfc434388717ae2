import { Alert } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'
import { ActivityRow } from './ActivityRow.tsx'
import styles from './AdminPage.module.css'
import { AdminTable } from './AdminTable.tsx'
import { useActivity } from './use-activity.ts'

/** Who edits and who watches which lesson at this moment. It changes by itself. */
export function AdminActivity() {
  const { t } = useTranslation('admin')
  const { activity, isAway } = useActivity()
  const hidden = activity ? activity.lessonCount - activity.lessons.length : 0
  return (
    <>
      {isAway && (
        <Alert variant="light" color="yellow" mb="md" role="status">
          {t('admin:now.away')}
        </Alert>
      )}
      {activity && activity.lessonCount > 0 && (
        <div className={styles.tools}>
          <span className={styles.count}>{t('admin:now.lessons', { count: activity.lessonCount })}</span>
        </div>
      )}
      <AdminTable
        query={{
          data: activity && { items: activity.lessons },
          isPending: activity === undefined,
          error: null,
          refetch: () => undefined,
        }}
        label={t('admin:now.title')}
        columns={[t('admin:lessonTitle'), t('admin:now.editing'), t('admin:now.watching')]}
        hasActions={false}
        notLoaded={t('admin:notLoaded')}
        empty={<Notice icon={IconActivity} title={t('admin:now.nobody')} text={t('admin:now.nobodyText')} />}
        row={(lesson) => <ActivityRow key={lesson.lessonId} lesson={lesson} />}
      />
      {hidden > 0 && <p className={styles.more}>{t('admin:now.moreLessons', { count: hidden })}</p>}
    </>
  )
}
