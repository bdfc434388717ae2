import type { Invitation } from '@anawim/api/contract'
import { Menu } from '@mantine/core'
import { IconMailForward, IconMailOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/index.ts'
import { MoreButton } from '../ui/MoreButton.tsx'
import { useRoleNames } from '../ui/use-role-names.ts'
import styles from './AdminPage.module.css'

interface InvitationRowProps {
  invitation: Invitation
  onAgain: () => void
  onWithdraw: () => void
}

/** One invitation of the table. */
export function InvitationRow({ invitation, onAgain, onWithdraw }: InvitationRowProps) {
  const { t } = useTranslation('admin')
  const roleNames = useRoleNames()
  const day = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(
    new Date(invitation.expires_at),
  )
  return (
    <tr>
      <td className={styles.name}>{invitation.email}</td>
      <td data-label={t('admin:role')}>{roleNames[invitation.role]}</td>
      <td data-label={t('admin:invitedBy')}>{invitation.invited_by ?? '–'}</td>
      <td data-label={t('admin:expires')}>{invitation.has_ended ? t('admin:expired') : day}</td>
      <td className={styles.actions}>
        <InvitationActions invitation={invitation} onAgain={onAgain} onWithdraw={onWithdraw} />
      </td>
    </tr>
  )
}

function InvitationActions({ invitation, onAgain, onWithdraw }: InvitationRowProps) {
  const { t } = useTranslation('admin')
  return (
    <Menu width={240}>
      <Menu.Target>
        <MoreButton label={t('admin:actionsFor', { name: invitation.email })} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMailForward size={18} stroke={1.6} aria-hidden />} onClick={onAgain}>
          {t('admin:inviteAgain')}
        </Menu.Item>
        <Menu.Item color="red.7" leftSection={<IconMailOff size={18} stroke={1.6} aria-hidden />} onClick={onWithdraw}>
          {t('admin:withdraw')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
