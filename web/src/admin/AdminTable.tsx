import { Button, Loader, VisuallyHidden } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './AdminPage.module.css'

interface AdminTableProps<Item> {
  /** What is asked for, page by page. */
  query: {
    data: { items: Item[] } | undefined
    isPending: boolean
    error: Error | null
    refetch: () => unknown
  }
  label: string
  /** Heads of the columns. A last one, for what can be done with a row, is only heard. */
  columns: string[]
  /** false: nothing can be done with a row. */
  hasActions?: boolean
  notLoaded: string
  /** Stands in the place of a table without rows. */
  empty: ReactNode
  row: (item: Item) => ReactNode
}

/** A table of the admin's pages: while it loads, when that failed, when there is nothing, and its rows. */
export function AdminTable<Item>({
  query,
  label,
  columns,
  hasActions = true,
  notLoaded,
  empty,
  row,
}: AdminTableProps<Item>) {
  const { t } = useTranslation('admin')
  const errorText = useErrorText()
  const { data, error } = query
  if (query.isPending) return <Loader type="dots" />
  if (!data) {
    return (
      <Notice icon={IconMoodSad} title={notLoaded} text={errorText(error)}>
        <Button onClick={() => void query.refetch()}>{t('common:retry')}</Button>
      </Notice>
    )
  }
  if (data.items.length === 0) return empty
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {hasActions && (
            <th scope="col">
              <VisuallyHidden>{t('admin:actions')}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{data.items.map(row)}</tbody>
    </table>
  )
}
