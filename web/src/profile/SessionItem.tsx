import type { ListedSession } from '@anawim/api/contract'
import { Badge, Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { deviceName } from './device-name.ts'
import styles from './ProfilePage.module.css'

interface SessionItemProps {
  session: ListedSession
  isEnding: boolean
  onEnd: () => void
}

/** One device: what it is, when it was last used, and its way out. */
export function SessionItem({ session, isEnding, onEnd }: SessionItemProps) {
  const { t } = useTranslation('profile')
  const { browser, system, isPhone } = deviceName(session.device)
  const name =
    browser && system
      ? t('profile:sessions.device', { browser, system })
      : (browser ?? system ?? t('profile:sessions.unknown'))
  const DeviceIcon = isPhone ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li className={styles.session}>
      <DeviceIcon size={26} stroke={1.5} aria-hidden />
      <div className={styles.device}>
        <span className={styles.deviceName}>
          {name}
          {session.is_current && (
            <Badge variant="light" color="jade" c="jade.8" tt="none" fw={600}>
              {t('profile:sessions.current')}
            </Badge>
          )}
        </span>
        <div className={styles.used}>
          {t('profile:sessions.used')} <RelativeTime time={session.last_used_at} />
        </div>
      </div>
      {!session.is_current && (
        <Button
          variant="subtle"
          color="red.7"
          loading={isEnding}
          aria-label={t('profile:sessions.endOf', { name })}
          onClick={onEnd}
        >
          {t('profile:sessions.end')}
        </Button>
      )}
    </li>
  )
}
