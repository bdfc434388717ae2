import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './LessonList.module.css'

/** Where the cards will stand, while they load. */
export function LoadingCards() {
  const { t } = useTranslation('common')
  return (
    <div className={styles.grid} role="status" aria-label={t('common:loading')}>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} aria-hidden>
          <Skeleton style={{ aspectRatio: '16 / 9' }} radius="lg" />
          <Skeleton height={16} mt="md" width="70%" />
          <Skeleton height={12} mt="sm" width="45%" />
        </div>
      ))}
    </div>
  )
}
