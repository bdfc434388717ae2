import { Menu, Text } from '@mantine/core'
import { IconLayoutGrid, IconLogout, IconShieldCog } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { logout } from '../session/session-store.ts'
import { useUser } from '../session/use-session.ts'
import { useRoleNames } from '../ui/use-role-names.ts'
import { UserButton } from './UserButton.tsx'
import styles from './UserMenu.module.css'

/** Who is logged in, and what belongs to them: the way to the admin's pages, and out. */
export function LoadedUserMenu() {
  const { t } = useTranslation('common')
  const user = useUser()
  const roleNames = useRoleNames()
  return (
    <Menu width={250}>
      <Menu.Target>
        <UserButton name={user.full_name} />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <Text fw={600} truncate>
            {user.full_name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {user.email}
          </Text>
          <Text size="sm" c="dimmed">
            {roleNames[user.role]}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/" leftSection={<IconLayoutGrid size={18} stroke={1.6} />}>
          {t('common:lessons')}
        </Menu.Item>
        {user.is_admin && (
          <Menu.Item component={Link} to="/admin" leftSection={<IconShieldCog size={18} stroke={1.6} />}>
            {t('common:adminPages')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => void logout()} leftSection={<IconLogout size={18} stroke={1.6} />}>
          {t('common:logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
