import { useTranslation } from 'react-i18next'
import { Choice } from '../ui/Choice.tsx'
import styles from './FilterBar.module.css'
import type { ListView } from './list-view.ts'
import { lessonSortNames, type LessonSortName } from './sorts.ts'
import { useFacets } from './use-lessons.ts'

interface FilterBarProps {
  view: ListView
  onChange: (change: Partial<ListView>) => void
  /** Who sees drafts may choose between them and what is published. */
  showsStatus: boolean
}

/** Status, level, topic and order. A filter that has nothing to choose from is not shown, unless it is in use. */
export function FilterBar({ view, onChange, showsStatus }: FilterBarProps) {
  const { t } = useTranslation('dashboard')
  const facets = useFacets().data
  const sortNames: Record<LessonSortName, string> = {
    '-updated_at': view.place === 'recent' ? t('dashboard:sort.opened') : t('dashboard:sort.updated'),
    updated_at: t('dashboard:sort.updatedFirst'),
    '-created_at': t('dashboard:sort.created'),
    created_at: t('dashboard:sort.createdFirst'),
    title: t('dashboard:sort.title'),
    '-title': t('dashboard:sort.titleBack'),
  }
  return (
    <div className={styles.bar} role="group" aria-label={t('dashboard:filters')}>
      {showsStatus && view.place !== 'trash' && (
        <Choice
          className={styles.filter}
          label={t('dashboard:status')}
          value={view.status}
          onChange={(status) => onChange({ status: status as ListView['status'] })}
          choices={[
            { value: '', label: t('dashboard:allStatuses') },
            { value: 'draft', label: t('dashboard:draft') },
            { value: 'published', label: t('dashboard:published') },
          ]}
        />
      )}
      <LabelFilter
        label={t('dashboard:level')}
        all={t('dashboard:allLevels')}
        value={view.level}
        known={facets?.levels ?? []}
        onChange={(level) => onChange({ level })}
      />
      <LabelFilter
        label={t('dashboard:topic')}
        all={t('dashboard:allTopics')}
        value={view.topic}
        known={facets?.topics ?? []}
        onChange={(topic) => onChange({ topic })}
      />
      <div className={styles.sort}>
        <Choice
          className={styles.filter}
          label={t('dashboard:sortBy')}
          value={view.sort}
          onChange={(sort) => onChange({ sort: sort as LessonSortName })}
          choices={lessonSortNames.map((name) => ({ value: name, label: sortNames[name] }))}
        />
      </div>
    </div>
  )
}

interface LabelFilterProps {
  label: string
  all: string
  value: string
  known: string[]
  onChange: (value: string) => void
}

function LabelFilter({ label, all, value, known, onChange }: LabelFilterProps) {
  const values = value && !known.includes(value) ? [value, ...known] : known
  if (values.length === 0) return null
  const choices = [{ value: '', label: all }, ...values.map((name) => ({ value: name, label: name }))]
  return <Choice className={styles.filter} label={label} value={value} onChange={onChange} choices={choices} />
}
