import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** What was done, and the way back. */
export function UndoMessage({ text, onUndo }: { text: string; onUndo: () => void }) {
  const { t } = useTranslation('dashboard')
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" lineClamp={2}>
        {text}
      </Text>
      <Button variant="light" size="compact-sm" onClick={onUndo} style={{ flex: 'none' }}>
        {t('dashboard:undo')}
      </Button>
    </Group>
  )
}
