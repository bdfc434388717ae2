import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { alignCommands } from '../commands/align-commands.ts'
import type { Command } from '../commands/command.ts'
import { distributeCommands, sizeCommands } from '../commands/distribute-commands.ts'
import { flipXCommand, flipYCommand } from '../commands/flip-commands.ts'
import { groupCommand, ungroupCommand } from '../commands/group-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import { useSelectedBesideText } from '../session/use-selected.ts'
import { IconAction } from '../ui/IconAction.tsx'

/** Align, flip; for several, equal gaps, same sizes and groups. */
export function ArrangeRows() {
  const isSeveral = useSelectedBesideText().length > 1
  return (
    <div>
      <CommandRow commands={alignCommands} />
      <CommandRow
        commands={isSeveral ? [...distributeCommands, ...sizeCommands] : [flipXCommand, flipYCommand, ungroupCommand]}
      />
      {isSeveral && <CommandRow commands={[flipXCommand, flipYCommand, groupCommand, ungroupCommand]} />}
    </div>
  )
}

/** Buttons of commands in a row, one below the other of the next: six fit. */
export function CommandRow({ commands }: { commands: readonly Command[] }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  return (
    <SimpleGrid cols={6} spacing={0} verticalSpacing={0} style={{ justifyItems: 'center' }}>
      {commands.map((command) => (
        <IconAction
          key={command.id}
          icon={command.icon}
          label={command.label(t)}
          shortcut={command.shortcuts[0]}
          isDisabled={!command.isEnabled(editor)}
          onClick={() => command.run(editor, t)}
        />
      ))}
    </SimpleGrid>
  )
}
