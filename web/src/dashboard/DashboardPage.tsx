import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCreateLessons } from '../session/may.ts'
import { useUser } from '../session/use-session.ts'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { DashboardHeading } from './DashboardHeading.tsx'
import styles from './DashboardPage.module.css'
import { FilterBar } from './FilterBar.tsx'
import type { OpenDialog } from './LessonDialogs.tsx'
import { LessonList } from './LessonList.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useLessons } from './use-lessons.ts'
import { useListView } from './use-list-view.ts'
import { useLiveLists } from './use-live-lists.ts'
import { later } from '../ui/later.ts'

/** Loaded after the lessons, before anybody can have asked for one. */
const LessonDialogs = later(async () => (await import('./LessonDialogs.tsx')).LessonDialogs)

/** `/`: the lessons that one may see, and what one may do with them. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard')
  const user = useUser()
  const [view, changeView] = useListView()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const lessons = useLessons(view)
  const mayCreate = mayCreateLessons(user)
  useLiveLists()
  usePageTitle(view.trash ? t('dashboard:trash') : t('dashboard:lessons'))

  return (
    <>
      <Header>
        <SearchBox
          label={t('dashboard:search')}
          value={view.search}
          onChange={(search) => changeView({ search }, { replace: true })}
        />
      </Header>
      <PageBody>
        <DashboardHeading view={view} onChange={changeView} total={lessons.data?.total} mayCreate={mayCreate}>
          {mayCreate && (
            <Button
              leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
              className={styles.create}
              onClick={() => setDialog({ kind: 'create' })}
            >
              {t('dashboard:create')}
            </Button>
          )}
        </DashboardHeading>
        <FilterBar view={view} onChange={changeView} showsStatus={mayCreate} />
        <LessonList
          lessons={lessons}
          view={view}
          onView={changeView}
          onDialog={setDialog}
          mayCreate={mayCreate}
          showsAuthorOf={user.id}
        />
      </PageBody>
      <Suspense>
        <LessonDialogs open={dialog} onClose={() => setDialog(null)} />
      </Suspense>
    </>
  )
}
