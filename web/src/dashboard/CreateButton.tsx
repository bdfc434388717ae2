import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './DashboardPage.module.css'

/** Begins a lesson. On a phone it floats above the list. */
export function CreateButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('dashboard')
  return (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} className={styles.create} onClick={onClick}>
      {t('dashboard:create')}
    </Button>
  )
}
