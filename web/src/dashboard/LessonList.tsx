import { Button } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageNumbers } from '../ui/PageNumbers.tsx'
import { EmptyList } from './EmptyList.tsx'
import { LessonCard } from './LessonCard.tsx'
import type { OpenDialog } from './LessonDialogs.tsx'
import styles from './LessonList.module.css'
import { startDragging } from './dragged-lessons.ts'
import { LoadingCards } from './LoadingCards.tsx'
import { PAGE_SIZE, type ListView } from './list-view.ts'
import type { Layout } from './use-layout.ts'
import { useListKeys } from './use-list-keys.ts'
import type { Selection } from './use-selection.ts'
import type { useLessons } from './use-lessons.ts'
import { useLessonActions } from './use-lesson-actions.tsx'

interface LessonListProps {
  lessons: ReturnType<typeof useLessons>
  view: ListView
  onView: (change: Partial<ListView>) => void
  onDialog: (dialog: OpenDialog) => void
  layout: Layout
  selection: Selection
  onFavourite: (ids: number[], isFavourite: boolean) => void
  /** Lessons are dragged, to be dropped on a folder. */
  onDrag: (ids: number[]) => void
  mayCreate: boolean
  /** Whose own lessons need no author's name. */
  showsAuthorOf: number
}

/** The cards of one page of the list; or that they are loading, could not be loaded, or are not there. */
export function LessonList(props: LessonListProps) {
  const { lessons, view, onView, onDialog, layout, selection, onFavourite, onDrag, mayCreate, showsAuthorOf } = props
  const { t } = useTranslation('dashboard')
  const errorText = useErrorText()
  const actions = useLessonActions()
  const { data } = lessons
  const trashById = (id: number) => {
    const lesson = data?.items.find((one) => one.id === id)
    if (lesson?.allowed.includes('delete')) void actions.trash(lesson)
  }
  const onKeyDown = useListKeys(selection, trashById)
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE_SIZE))

  // The last lesson of the last page was deleted, or the address is old: go to what is the last page now.
  const isBeyond = data !== undefined && !lessons.isPlaceholderData && data.total > 0 && view.page > pages
  useEffect(() => {
    if (isBeyond) onView({ page: pages })
  }, [isBeyond, onView, pages])

  if (data === undefined) {
    if (!lessons.isError) return <LoadingCards />
    return (
      <Notice icon={IconMoodSad} title={t('dashboard:notLoaded')} text={errorText(lessons.error)}>
        <Button loading={lessons.isFetching} onClick={() => void lessons.refetch()}>
          {t('common:retry')}
        </Button>
      </Notice>
    )
  }
  if (data.items.length === 0 && !isBeyond) {
    return <EmptyList view={view} onView={onView} mayCreate={mayCreate} onCreate={() => onDialog({ kind: 'create' })} />
  }
  return (
    <>
      <ul
        className={styles.grid}
        data-layout={layout}
        aria-busy={lessons.isPlaceholderData}
        aria-label={t('dashboard:lessons')}
      >
        {data.items.map((lesson) => (
          <LessonCard
            key={lesson.id}
            lesson={lesson}
            isOwn={lesson.author.id === showsAuthorOf}
            showsStatus={mayCreate}
            isChosen={selection.ids.has(lesson.id)}
            onChoose={(isRange) => selection.toggle(lesson.id, isRange)}
            onFavourite={(isFavourite) => onFavourite([lesson.id], isFavourite)}
            onOpened={() => actions.opened(lesson)}
            onKeyDown={onKeyDown}
            onDragStart={(event) => {
              startDragging(event, lesson.title)
              onDrag(selection.ids.has(lesson.id) ? [...selection.ids] : [lesson.id])
            }}
            actions={actions}
            onDialog={onDialog}
          />
        ))}
      </ul>
      <PageNumbers total={pages} value={view.page} onChange={(page) => onView({ page })} />
    </>
  )
}
