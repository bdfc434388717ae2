import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { frame } from '../ui/toast.ts'

/** Says that the server has a newer version, and stays until one goes over to it. Nobody is thrown out of what they do. */
export function tellNewVersion(takeOver: () => void): void {
  notifications.show({
    id: 'new-version',
    role: 'status',
    autoClose: false,
    ...frame(),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{i18next.t('common:offline.newVersion')}</Text>
        <Button variant="light" size="compact-sm" onClick={takeOver} style={{ flex: 'none' }}>
          {i18next.t('common:offline.reload')}
        </Button>
      </Group>
    ),
  })
}
