import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLessonCount } from './use-lesson-count.ts'
import styles from './DashboardHeading.module.css'
import type { ListView } from './list-view.ts'
import { usePlaceTexts } from './use-place-texts.ts'

interface DashboardHeadingProps {
  view: ListView
  /** How many lessons the view has; undefined while that is not known. */
  total: number | undefined
  /** The folder's name, while one is open. */
  folder: string | undefined
  children: ReactNode
}

/** What the page shows, and how much of it. */
export function DashboardHeading({ view, total, folder, children }: DashboardHeadingProps) {
  const texts = usePlaceTexts()
  const count = useLessonCount(total, view)
  return (
    <div className={styles.heading}>
      <div className={styles.words}>
        <Title order={1} className={styles.title}>
          {folder ?? texts[view.place]}
        </Title>
        <span className={styles.count} role="status">
          {count}
        </span>
      </div>
      <div className={styles.end}>{children}</div>
    </div>
  )
}
