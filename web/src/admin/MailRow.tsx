import type { Mail } from '@anawim/api/contract'
import { ActionIcon, Badge } from '@mantine/core'
import { IconMailOpened } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './AdminPage.module.css'

interface MailRowProps {
  mail: Mail
  /** This server sends no mails. */
  isKept: boolean
  onRead: () => void
}

/** One mail of the table. What was sent can be read by nobody any more. */
export function MailRow({ mail, isKept, onRead }: MailRowProps) {
  const { t } = useTranslation('admin')
  const state = () => {
    if (mail.sent_at) return { text: t('admin:mailSent'), color: 'jade', ink: 'jade.8' }
    if (isKept) return { text: t('admin:mailKept'), color: 'gray', ink: 'gray.8' }
    if (mail.failure) return { text: t('admin:mailFailed'), color: 'red', ink: 'red.9' }
    return { text: t('admin:mailWaits'), color: 'gray', ink: 'gray.8' }
  }
  const { text, color, ink } = state()
  return (
    <tr>
      <td className={styles.name}>{mail.recipient}</td>
      <td data-label={t('admin:subject')}>{mail.subject}</td>
      <td data-label={t('admin:state')} title={mail.failure ?? undefined}>
        <Badge variant="light" color={color} c={ink} tt="none" fw={600}>
          {text}
        </Badge>
      </td>
      <td data-label={t('admin:written')}>
        <RelativeTime time={mail.created_at} />
      </td>
      <td className={styles.actions}>
        {mail.body !== null && (
          <ActionIcon
            variant="subtle"
            color="gray.7"
            size={32}
            aria-label={t('admin:readMail', { recipient: mail.recipient })}
            onClick={onRead}
          >
            <IconMailOpened size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}
