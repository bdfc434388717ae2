import { isPlaceholderEmail } from '@anawim/lesson'
import { Menu, Text } from '@mantine/core'
import {
  IconLayoutGrid,
  IconLibraryPhoto,
  IconLogout,
  IconSchool,
  IconShieldCog,
  IconUserCircle,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { leaveDevice, unsavedLessons } from '../journal/leave-device.ts'
import { useUser } from '../session/use-session.ts'
import { useRoleNames } from '../ui/use-role-names.ts'
// Not later: who logs out without a network must be asked too.
import { LogoutDialog } from './LogoutDialog.tsx'
import { SharedDeviceItem } from './SharedDeviceItem.tsx'
import { UserButton } from './UserButton.tsx'
import styles from './UserMenu.module.css'

/** Who is logged in, and what belongs to them: the way to the admin's pages, and out. */
export function LoadedUserMenu() {
  const { t } = useTranslation('common')
  const user = useUser()
  const roleNames = useRoleNames()
  const [unsaved, setUnsaved] = useState<Awaited<ReturnType<typeof unsavedLessons>> | null>(null)
  const leave = () => void leaveDevice(user.id)
  const ask = async () => {
    const lessons = await unsavedLessons(user.id)
    if (lessons.length > 0) setUnsaved(lessons)
    else leave()
  }
  const menu = (
    <Menu width={280}>
      <Menu.Target>
        <UserButton name={user.full_name} avatar={user.avatar} />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <Text fw={600} truncate>
            {user.full_name}
          </Text>
          {!isPlaceholderEmail(user.email) && (
            <Text size="sm" c="dimmed" truncate>
              {user.email}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {roleNames[user.role]}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/" leftSection={<IconLayoutGrid size={18} stroke={1.6} />}>
          {t('common:lessons')}
        </Menu.Item>
        {user.role !== 'student' && (
          <Menu.Item component={Link} to="/library" leftSection={<IconLibraryPhoto size={18} stroke={1.6} />}>
            {t('common:library')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/classes" leftSection={<IconSchool size={18} stroke={1.6} />}>
          {t('common:classes')}
        </Menu.Item>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={18} stroke={1.6} />}>
          {t('common:profile')}
        </Menu.Item>
        {user.is_admin && (
          <Menu.Item component={Link} to="/admin" leftSection={<IconShieldCog size={18} stroke={1.6} />}>
            {t('common:adminPages')}
          </Menu.Item>
        )}
        <Menu.Divider />
        {user.role !== 'student' && <SharedDeviceItem userId={user.id} />}
        <Menu.Item onClick={() => void ask()} leftSection={<IconLogout size={18} stroke={1.6} />}>
          {t('common:logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <>
      {menu}
      <LogoutDialog lessons={unsaved} onStay={() => setUnsaved(null)} onLeave={leave} />
    </>
  )
}
