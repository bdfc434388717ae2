import type { User } from '@anawim/api/contract'
import { isPlaceholderEmail, roleNames as roles } from '@anawim/lesson'
import { Badge, Menu } from '@mantine/core'
import { IconKey, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/index.ts'
import { MoreButton } from '../ui/MoreButton.tsx'
import { useRoleNames } from '../ui/use-role-names.ts'
import styles from './AdminPage.module.css'
import type { UserChange } from './use-users.ts'

interface UserRowProps {
  user: User
  onChange: (change: UserChange) => void
  onTemporaryPassword: (user: User) => void
}

/** One account of the list. */
export function UserRow({ user, onChange, onTemporaryPassword }: UserRowProps) {
  const { t } = useTranslation('admin')
  const roleNames = useRoleNames()
  const since = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(new Date(user.created_at))
  return (
    <tr>
      <td className={styles.name}>{user.full_name}</td>
      <td className={styles.email} data-label={t('admin:email')}>
        {isPlaceholderEmail(user.email) ? '–' : user.email}
      </td>
      <td data-label={t('admin:role')}>{roleNames[user.role]}</td>
      <td data-label={t('admin:state')}>
        <Badge
          variant="light"
          color={user.is_active ? 'jade' : 'red'}
          c={user.is_active ? 'jade.8' : 'red.9'}
          tt="none"
          fw={600}
        >
          {user.is_active ? t('admin:active') : t('admin:suspended')}
        </Badge>
      </td>
      <td data-label={t('admin:since')}>{since}</td>
      <td className={styles.actions}>
        <UserActions user={user} onChange={onChange} onTemporaryPassword={onTemporaryPassword} />
      </td>
    </tr>
  )
}

function UserActions({ user, onChange, onTemporaryPassword }: UserRowProps) {
  const { t } = useTranslation('admin')
  const roleNames = useRoleNames()
  return (
    <Menu width={240}>
      <Menu.Target>
        <MoreButton label={t('admin:actionsFor', { name: user.full_name })} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('admin:changeRole')}</Menu.Label>
        {roles
          .filter((role) => role !== user.role)
          .map((role) => (
            <Menu.Item key={role} onClick={() => onChange({ user, patch: { role } })}>
              {roleNames[role]}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKey size={18} stroke={1.6} aria-hidden />}
          onClick={() => onTemporaryPassword(user)}
        >
          {t('admin:temporary.set')}
        </Menu.Item>
        {user.is_active ? (
          <Menu.Item
            color="red.7"
            leftSection={<IconUserOff size={18} stroke={1.6} aria-hidden />}
            onClick={() => onChange({ user, patch: { is_active: false } })}
          >
            {t('admin:suspend')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconUserCheck size={18} stroke={1.6} aria-hidden />}
            onClick={() => onChange({ user, patch: { is_active: true } })}
          >
            {t('admin:activate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
