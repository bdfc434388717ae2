import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Command } from '../commands/command.ts'
import { useEditor } from '../session/editor-context.ts'

/** Commands of the selected element as buttons beside each other, by names that are short enough for that. */
export function PanelCommands({ commands }: { commands: readonly { command: Command; label: string }[] }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  return (
    <Group gap="xs" grow>
      {commands.map(({ command, label }) => (
        <Button
          key={command.id}
          size="xs"
          variant="default"
          px={6}
          disabled={!command.isEnabled(editor)}
          leftSection={<command.icon size={16} aria-hidden />}
          onClick={() => command.run(editor, t)}
        >
          {label}
        </Button>
      ))}
    </Group>
  )
}
