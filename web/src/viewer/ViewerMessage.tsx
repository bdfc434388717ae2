import type { ErrorCode } from '@anawim/lesson'
import { IconBook2, IconLock, IconMoodSad } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './viewer.module.css'

/** Why there is nothing (more) to see, and the way on. */
export function ViewerMessage({ reason }: { reason: ErrorCode | null }) {
  const { t } = useTranslation('viewer')
  const [Icon, title, text] =
    reason === 'not_found'
      ? [IconBook2, t('viewer:gone.title'), t('viewer:gone.text')]
      : reason === 'forbidden' || reason === 'account_suspended' || reason === 'unauthenticated'
        ? [IconLock, t('viewer:closed.title'), t('viewer:closed.text')]
        : [IconMoodSad, t('viewer:failed.title'), t('viewer:failed.text')]
  return (
    <div className={styles.message} role="alert">
      <Icon size={48} stroke={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      <a className={styles.button} href="/">
        {t('viewer:toLessons')}
      </a>
    </div>
  )
}
