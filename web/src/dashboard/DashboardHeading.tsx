import { SegmentedControl, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DashboardHeading.module.css'
import type { ListView } from './list-view.ts'

interface DashboardHeadingProps {
  view: ListView
  onChange: (change: Partial<ListView>) => void
  /** How many lessons the view has; undefined while that is not known. */
  total: number | undefined
  /** Who makes lessons has a trash. */
  mayCreate: boolean
  children: ReactNode
}

/** What the page shows, how much of it, and the switch to the trash. */
export function DashboardHeading({ view, onChange, total, mayCreate, children }: DashboardHeadingProps) {
  const { t } = useTranslation('dashboard')
  return (
    <div className={styles.heading}>
      <div className={styles.words}>
        <Title order={1} className={styles.title}>
          {view.trash ? t('dashboard:trash') : t('dashboard:lessons')}
        </Title>
        <span className={styles.count} role="status">
          {total === undefined ? '' : t('dashboard:count', { count: total })}
        </span>
      </div>
      <div className={styles.end}>
        {mayCreate && (
          <SegmentedControl
            aria-label={t('dashboard:place')}
            value={view.trash ? 'trash' : 'lessons'}
            onChange={(place) => onChange({ trash: place === 'trash', status: '' })}
            data={[
              { value: 'lessons', label: t('dashboard:lessons') },
              { value: 'trash', label: t('dashboard:trash') },
            ]}
          />
        )}
        {children}
      </div>
    </div>
  )
}
