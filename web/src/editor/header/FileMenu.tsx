import { ActionIcon, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Lesson } from '@anawim/api/contract'
import { IconDots, IconEye, IconShare3, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { presentCommand } from '../commands/present-commands.ts'
import { exportJsonCommand, exportPngCommand } from '../commands/export-commands.ts'
import { saveCommand, versionsCommand } from '../commands/file-commands.ts'
import { shortcutText } from '../commands/shortcut.ts'
import { cheatSheetCommand, gridCommand, paletteCommand } from '../commands/view-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import styles from './EditorHeader.module.css'

interface FileMenuProps {
  lesson: Lesson
  onShare: () => void
  onPublish: () => void
}

/** Export, the readers' view, and on a phone what has no room in the header. */
export function FileMenu({ lesson, onShare, onPublish }: FileMenuProps) {
  const { t } = useTranslation(['editor', 'pages'])
  const editor = useEditor()
  // Not by style: the keys would stop at an item that is not seen.
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false })
  const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const
  return (
    <Menu width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.8" size={36} aria-label={t('editor:header.more')}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isNarrow && lesson.allowed.includes('share') && (
          <Menu.Item leftSection={<IconUserPlus {...icon} />} onClick={onShare}>
            {t('editor:header.share')}
          </Menu.Item>
        )}
        {isNarrow && lesson.allowed.includes('publish') && (
          <Menu.Item leftSection={<IconShare3 {...icon} />} onClick={onPublish}>
            {t('editor:header.publish')}
          </Menu.Item>
        )}
        {[presentCommand, saveCommand, versionsCommand, exportPngCommand, exportJsonCommand].map((command) => (
          <Menu.Item key={command.id} leftSection={<command.icon {...icon} />} onClick={() => command.run(editor, t)}>
            {command.label(t)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {[gridCommand, paletteCommand, cheatSheetCommand].map((command) => (
          <Menu.Item
            key={command.id}
            leftSection={<command.icon {...icon} />}
            rightSection={<span className={styles.keys}>{shortcutText(command.shortcuts[0] ?? '')}</span>}
            onClick={() => command.run(editor, t)}
          >
            {command.label(t)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component="a"
          href={`/lessons/${lesson.id}/view`}
          target="_blank"
          leftSection={<IconEye {...icon} />}
        >
          {t('editor:header.view')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
