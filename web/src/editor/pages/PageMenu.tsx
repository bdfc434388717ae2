import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconDots,
  IconEye,
  IconEyeOff,
  IconForms,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { askToCopyPage } from '../commands/ask-copy.ts'
import { pasteCommand } from '../commands/clipboard-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import { copyPage, removePage, shiftPage, toggleHidden } from './page-actions.ts'

/** Milliseconds until the menu has given the focus back: the field for the name must have it after that. */
const CLOSING = 50

interface PageMenuProps {
  page: PageHead
  isFirst: boolean
  isLast: boolean
  isOnly: boolean
  onRename: () => void
}

/** What one can do to a page. Its size and its paper are in the panel beside the canvas. */
export function PageMenu({ page, isFirst, isLast, isOnly, onRename }: PageMenuProps) {
  const { t } = useTranslation(['editor', 'pages'])
  const editor = useEditor()
  const { session } = editor
  const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.7" size="sm" aria-label={t('editor:pages.menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconForms {...icon} />} onClick={() => setTimeout(onRename, CLOSING)}>
          {t('pages:rename')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus {...icon} />} onClick={() => copyPage(session, page.id)}>
          {t('editor:pages.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => askToCopyPage(page.id)}>
          {t('editor:command.copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClipboard {...icon} />}
          disabled={!pasteCommand.isEnabled(editor)}
          onClick={() => {
            session.pageId.set(page.id)
            pasteCommand.run(editor, t)
          }}
        >
          {t('editor:command.paste')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp {...icon} />}
          disabled={isFirst}
          onClick={() => shiftPage(session, page.id, -1)}
        >
          {t('editor:pages.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={isLast}
          onClick={() => shiftPage(session, page.id, 1)}
        >
          {t('editor:pages.moveDown')}
        </Menu.Item>
        <Menu.Item
          leftSection={page.hidden ? <IconEye {...icon} /> : <IconEyeOff {...icon} />}
          onClick={() => toggleHidden(session, page.id)}
        >
          {page.hidden ? t('editor:pages.show') : t('editor:pages.hide')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red.8"
          leftSection={<IconTrash {...icon} />}
          disabled={isOnly}
          onClick={() => removePage(editor, page.id, t)}
        >
          {t('editor:pages.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
