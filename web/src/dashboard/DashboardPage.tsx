import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCreateLessons } from '../session/may.ts'
import { useUser } from '../session/use-session.ts'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { later } from '../ui/later.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { CreateButton } from './CreateButton.tsx'
import { DashboardHeading } from './DashboardHeading.tsx'
import styles from './DashboardPage.module.css'
import { FilterBar } from './FilterBar.tsx'
import type { OpenFolderDialog } from './FolderDialogs.tsx'
import { LayoutSwitch } from './LayoutSwitch.tsx'
import type { OpenDialog } from './LessonDialogs.tsx'
import { LessonList } from './LessonList.tsx'
import { Places } from './Places.tsx'
import { useFolderActions, useFolders } from './use-folders.ts'
import { useLayout } from './use-layout.ts'
import { useLessonActions } from './use-lesson-actions.tsx'
import { useLessons } from './use-lessons.ts'
import { useListView } from './use-list-view.ts'
import { useLiveLists } from './use-live-lists.ts'
import { usePlaceTexts } from './use-place-texts.ts'
import { usePlacing } from './use-placing.ts'
import { useSelection } from './use-selection.ts'

/** Loaded after the lessons, before anybody can have asked for one. */
const LessonDialogs = later(async () => (await import('./LessonDialogs.tsx')).LessonDialogs)
const FolderDialogs = later(async () => (await import('./FolderDialogs.tsx')).FolderDialogs)
const SelectionBar = later(async () => (await import('./SelectionBar.tsx')).SelectionBar)

/** `/`: the lessons that one may see, where one keeps them, and what one may do with them. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard')
  const user = useUser()
  const [view, changeView] = useListView()
  const [layout, setLayout] = useLayout()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [folderDialog, setFolderDialog] = useState<OpenFolderDialog | null>(null)
  const [dragged, setDragged] = useState<number[]>([])
  const lessons = useLessons(view)
  const folders = useFolders().data
  const items = lessons.data?.items ?? []
  const selection = useSelection(items.map(({ id }) => id))
  const chosen = items.filter(({ id }) => selection.ids.has(id))
  const actions = useLessonActions()
  const folderActions = useFolderActions()
  const placing = usePlacing(folderActions)
  const texts = usePlaceTexts()
  const mayCreate = mayCreateLessons(user)
  const folder = folders?.find(({ id }) => id === view.folder)?.name
  useLiveLists()
  usePageTitle(folder ?? texts[view.place])

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
        <div className={styles.columns}>
          <Places
            view={view}
            mayCreate={mayCreate}
            onNewFolder={() => setFolderDialog({ kind: 'create', lessonIds: [] })}
            onFolder={(kind, which) => setFolderDialog({ kind, folder: which })}
            onDrop={(id) => void placing.move(dragged, id, folders).then(selection.clear)}
          />
          <div className={styles.lessons}>
            <DashboardHeading view={view} total={lessons.data?.total} folder={folder}>
              <LayoutSwitch layout={layout} onChange={setLayout} />
              {mayCreate && <CreateButton onClick={() => setDialog({ kind: 'create' })} />}
            </DashboardHeading>
            <FilterBar view={view} onChange={changeView} showsStatus={mayCreate} />
            <LessonList
              lessons={lessons}
              view={view}
              onView={changeView}
              onDialog={setDialog}
              layout={layout}
              selection={selection}
              onFavourite={(ids, isFavourite) => void placing.favour(ids, isFavourite)}
              onDrag={setDragged}
              mayCreate={mayCreate}
              showsAuthorOf={user.id}
            />
            <Suspense>
              {chosen.length > 0 && (
                <SelectionBar
                  lessons={chosen}
                  shown={items.length}
                  actions={actions}
                  onMove={(id) => void placing.move([...selection.ids], id, folders).then(selection.clear)}
                  onNewFolder={() => setFolderDialog({ kind: 'create', lessonIds: [...selection.ids] })}
                  onFavourite={(isFavourite) => void placing.favour([...selection.ids], isFavourite)}
                  onAll={() => selection.set(items.map(({ id }) => id))}
                  onClear={selection.clear}
                />
              )}
            </Suspense>
          </div>
        </div>
      </PageBody>
      <Suspense>
        <LessonDialogs open={dialog} onClose={() => setDialog(null)} />
        <FolderDialogs
          open={folderDialog}
          actions={folderActions}
          onClose={() => setFolderDialog(null)}
          onRemoved={(id) => id === view.folder && changeView({ folder: null })}
        />
      </Suspense>
    </>
  )
}
