import type { ListedLesson } from '@anawim/api/contract'
import type { DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { FavouriteButton } from './FavouriteButton.tsx'
import styles from './LessonCard.module.css'
import type { OpenDialog } from './LessonDialogs.tsx'
import { LessonLink } from './LessonLink.tsx'
import { LessonMenu } from './LessonMenu.tsx'
import { LessonThumbnail } from './LessonThumbnail.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import type { LessonActions } from './use-lesson-actions.tsx'

interface LessonCardProps {
  lesson: ListedLesson
  isOwn: boolean
  /** Students see nothing but what is published: they need not be told. */
  showsStatus: boolean
  isChosen: boolean
  onChoose: (isRange: boolean) => void
  onFavourite: (isFavourite: boolean) => void
  onOpened: () => void
  onDragStart: (event: DragEvent) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  actions: LessonActions
  onDialog: (dialog: OpenDialog) => void
}

/** One lesson of a list. The whole card leads into it; its menu holds what one may do with it. */
export function LessonCard(props: LessonCardProps) {
  const { lesson, isOwn, showsStatus, isChosen, actions, onDialog } = props
  const { t } = useTranslation('dashboard')
  const isTrashed = lesson.deleted_at !== null
  const labels = [lesson.level, lesson.topic].filter((label) => label !== null)
  return (
    <li className={styles.card} data-trashed={isTrashed || undefined} data-chosen={isChosen || undefined}>
      <LessonThumbnail lesson={lesson} />
      <input
        type="checkbox"
        className={styles.check}
        checked={isChosen}
        aria-label={t('dashboard:chosen.one', { title: lesson.title })}
        onChange={(event) => props.onChoose((event.nativeEvent as MouseEvent).shiftKey)}
      />
      {!isTrashed && (
        <div className={styles.star}>
          <FavouriteButton title={lesson.title} isOn={lesson.is_favourite} onChange={props.onFavourite} />
        </div>
      )}
      <div className={styles.body}>
        <div className={styles.top}>
          <h2 className={styles.title}>
            {isTrashed ? (
              lesson.title
            ) : (
              <LessonLink
                lesson={lesson}
                className={styles.link}
                onOpened={props.onOpened}
                onDragStart={props.onDragStart}
                onKeyDown={props.onKeyDown}
              />
            )}
          </h2>
          <div className={styles.menu}>
            <LessonMenu lesson={lesson} actions={actions} onDialog={onDialog} />
          </div>
        </div>
        <p className={styles.meta}>
          {!isOwn && <span className={styles.author}>{lesson.author.full_name}</span>}
          <RelativeTime time={lesson.deleted_at ?? lesson.updated_at} />
        </p>
        {(labels.length > 0 || showsStatus) && (
          <div className={styles.labels}>
            {showsStatus && !isTrashed && <StatusBadge lesson={lesson} />}
            {labels.map((label, index) => (
              <span key={index} className={styles.label}>
                {label}
              </span>
            ))}
          </div>
        )}
      </div>
    </li>
  )
}
