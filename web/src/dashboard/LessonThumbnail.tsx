import type { Lesson } from '@anawim/api/contract'
import { useState } from 'react'
import { LessonPlaceholder } from './LessonPlaceholder.tsx'
import styles from './LessonThumbnail.module.css'

/** The lesson's first page, small; a drawn stand-in while there is no picture of it yet. */
export function LessonThumbnail({ lesson }: { lesson: Lesson }) {
  const [failed, setFailed] = useState<string | null>(null)
  const { thumbnail } = lesson
  return (
    <div className={styles.frame}>
      {thumbnail && thumbnail !== failed ? (
        <img
          src={thumbnail}
          alt=""
          loading="lazy"
          decoding="async"
          className={styles.picture}
          onError={() => setFailed(thumbnail)}
        />
      ) : (
        <LessonPlaceholder seed={lesson.id} />
      )}
    </div>
  )
}
