import { Menu, Text } from '@mantine/core'
import { IconCheck, IconDeviceDesktop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { forgetEdits } from '../journal/edit-store.ts'
import { setSharedDevice } from '../journal/shared-device.ts'
import { useSharedDevice } from '../journal/use-shared-device.ts'

/** Says that others use this device too: then unsaved changes are not kept on it, and what is kept of this person goes. */
export function SharedDeviceItem({ userId }: { userId: number }) {
  const { t } = useTranslation('common')
  const isShared = useSharedDevice()
  const toggle = () => {
    setSharedDevice(!isShared)
    if (!isShared) void forgetEdits(userId).catch(() => undefined)
  }
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={isShared}
      closeMenuOnClick={false}
      onClick={toggle}
      leftSection={<IconDeviceDesktop size={18} stroke={1.6} aria-hidden />}
      rightSection={isShared && <IconCheck size={18} stroke={2} aria-hidden />}
    >
      {t('common:sharedDevice.label')}
      <Text size="xs" c="dimmed">
        {t('common:sharedDevice.help')}
      </Text>
    </Menu.Item>
  )
}
