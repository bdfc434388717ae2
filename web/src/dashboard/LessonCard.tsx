import type { Lesson } from '@anawim/api/contract'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './LessonCard.module.css'
import type { OpenDialog } from './LessonDialogs.tsx'
import { LessonLink } from './LessonLink.tsx'
import { LessonMenu } from './LessonMenu.tsx'
import { LessonThumbnail } from './LessonThumbnail.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import type { LessonActions } from './use-lesson-actions.tsx'

interface LessonCardProps {
  lesson: Lesson
  isOwn: boolean
  /** Students see nothing but what is published: they need not be told. */
  showsStatus: boolean
  actions: LessonActions
  onDialog: (dialog: OpenDialog) => void
}

/** One lesson of a list. The whole card leads into it; its menu holds what one may do with it. */
export function LessonCard({ lesson, isOwn, showsStatus, actions, onDialog }: LessonCardProps) {
  const isTrashed = lesson.deleted_at !== null
  const labels = [lesson.level, lesson.topic].filter((label) => label !== null)
  return (
    <li className={styles.card} data-trashed={isTrashed || undefined}>
      <LessonThumbnail lesson={lesson} />
      <div className={styles.body}>
        <div className={styles.top}>
          <h2 className={styles.title}>
            {isTrashed ? lesson.title : <LessonLink lesson={lesson} className={styles.link} />}
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
