import { Group, Menu, Text } from '@mantine/core'
import { IconDeviceDesktop, IconToggleLeft, IconToggleRightFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { forgetEdits } from '../journal/edit-store.ts'
import { setSharedDevice } from '../journal/shared-device.ts'
import { useSharedDevice } from '../journal/use-shared-device.ts'
import styles from './UserMenu.module.css'

/** Says that others use this device too: then unsaved changes are not kept on it, and what is kept of this person goes. */
export function SharedDeviceItem({ userId }: { userId: number }) {
  const { t } = useTranslation('common')
  const isShared = useSharedDevice()
  const choose = (shared: boolean) => {
    setSharedDevice(shared)
    if (shared) void forgetEdits(userId).catch(() => undefined)
  }
  const Toggle = isShared ? IconToggleRightFilled : IconToggleLeft
  return (
    <Menu.CheckboxItem
      checked={isShared}
      onChange={choose}
      classNames={{ itemIndicator: styles.indicator ?? '' }}
      rightSection={<Toggle size={26} stroke={1.5} className={styles.toggle} aria-hidden />}
    >
      <Group gap={10} wrap="nowrap">
        <IconDeviceDesktop size={18} stroke={1.6} className={styles.icon} aria-hidden />
        <div>
          {t('common:sharedDevice.label')}
          <Text size="xs" c="dimmed">
            {t('common:sharedDevice.help')}
          </Text>
        </div>
      </Group>
    </Menu.CheckboxItem>
  )
}
