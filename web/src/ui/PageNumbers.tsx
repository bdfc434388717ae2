import { Pagination } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './PageNumbers.module.css'

interface PageNumbersProps {
  /** How many pages; with one there is nothing to choose, and nothing shows. */
  total: number
  /** From 1. */
  value: number
  onChange: (page: number) => void
}

/** The pages of a long list. */
export function PageNumbers({ total, value, onChange }: PageNumbersProps) {
  const { t } = useTranslation('common')
  if (total < 2) return null
  return (
    <nav className={styles.pages} aria-label={t('common:pages.label')}>
      <Pagination
        total={total}
        value={value}
        onChange={(page) => {
          onChange(page)
          window.scrollTo({ top: 0 })
        }}
        getItemProps={(page) => ({ 'aria-label': t('common:pages.page', { page }) })}
        getControlProps={(control) => ({
          'aria-label': control === 'next' ? t('common:pages.next') : t('common:pages.previous'),
        })}
      />
    </nav>
  )
}
