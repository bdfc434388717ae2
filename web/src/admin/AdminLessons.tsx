import { IconChalkboard } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LessonDialogs, type OpenDialog } from '../dashboard/LessonDialogs.tsx'
import { PAGE_SIZE, viewOfAddress, type ListView } from '../dashboard/list-view.ts'
import { useLessonCount } from '../dashboard/use-lesson-count.ts'
import { useLessonActions } from '../dashboard/use-lesson-actions.tsx'
import { useLessons } from '../dashboard/use-lessons.ts'
import { useLiveLists } from '../dashboard/use-live-lists.ts'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageNumbers } from '../ui/PageNumbers.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { AdminLessonRow } from './AdminLessonRow.tsx'
import styles from './AdminPage.module.css'
import { AdminTable } from './AdminTable.tsx'

/** All lessons of the server, as a table. */
export function AdminLessons() {
  const { t } = useTranslation(['admin', 'dashboard'])
  const [view, setView] = useState<ListView>(() => viewOfAddress(new URLSearchParams()))
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const lessons = useLessons(view)
  const actions = useLessonActions()
  useLiveLists()
  const total = lessons.data?.total
  const count = useLessonCount(total, view)
  const show = (change: Partial<ListView>) => setView((now) => ({ ...now, page: 1, ...change }))

  return (
    <>
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchBox label={t('dashboard:search')} value={view.search} onChange={(search) => show({ search })} />
        </div>
        <Choice
          label={t('dashboard:status')}
          choices={[
            { value: '', label: t('dashboard:allStatuses') },
            { value: 'draft', label: t('dashboard:draft') },
            { value: 'published', label: t('dashboard:published') },
          ]}
          value={view.status}
          onChange={(status) => show({ status: status as ListView['status'] })}
        />
        <span className={styles.count} role="status">
          {count}
        </span>
      </div>
      <AdminTable
        query={lessons}
        label={t('admin:lessons')}
        columns={[t('admin:lessonTitle'), t('admin:author'), t('dashboard:status'), t('admin:updated')]}
        notLoaded={t('dashboard:notLoaded')}
        empty={<Notice icon={IconChalkboard} title={t('admin:noLessons')} />}
        row={(lesson) => <AdminLessonRow key={lesson.id} lesson={lesson} actions={actions} onDialog={setDialog} />}
      />
      <PageNumbers
        total={Math.ceil((total ?? 0) / PAGE_SIZE)}
        value={view.page}
        onChange={(page) => setView((now) => ({ ...now, page }))}
      />
      <LessonDialogs open={dialog} onClose={() => setDialog(null)} />
    </>
  )
}
