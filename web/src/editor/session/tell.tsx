import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { frame } from '../../ui/toast.ts'
import type { Message } from './editor.ts'

const colors = { good: 'jade', bad: 'red', plain: 'gray' } as const

/** Shows a message for a few seconds, longer when there is something to do, and until it is put away when it must be read. */
export function tell({ id: known, text, tone, stays, action }: Message): void {
  const id = notifications.show({
    ...(known ? { id: known } : {}),
    color: colors[tone],
    ...frame(),
    autoClose: stays ? false : action ? 12_000 : 4_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{text}</Text>
        {action && (
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  })
}
