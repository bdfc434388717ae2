import { ActionIcon, Menu } from '@mantine/core'
import { deletePage, duplicatePage, restorePage, updatePage } from '@anawim/lesson/doc'
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'

interface PageMenuProps {
  page: PageHead
  isFirst: boolean
  isLast: boolean
  isOnly: boolean
  onMove: (by: -1 | 1) => void
}

/** What one can do to a page. It is renamed in the panel beside the canvas. */
export function PageMenu({ page, isFirst, isLast, isOnly, onMove }: PageMenuProps) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { session } = editor
  const { doc, history } = session
  const duplicate = () => {
    history.beginStep()
    const id = duplicatePage(doc, page.id)
    history.beginStep()
    session.pageId.set(id)
  }
  const remove = () => {
    const pages = session.model.pages()
    const at = pages.findIndex(({ id }) => id === page.id)
    const neighbour = pages[at + 1] ?? pages[at - 1]
    if (!neighbour) return
    if (session.pageId.get() === page.id) session.pageId.set(neighbour.id)
    history.beginStep()
    deletePage(doc, page.id)
    history.beginStep()
    editor.tell({
      tone: 'plain',
      text: t('editor:pages.deleted'),
      action: {
        label: t('editor:command.undo'),
        run() {
          restorePage(doc, page.id)
          session.pageId.set(page.id)
        },
      },
    })
  }
  const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.7" size="sm" aria-label={t('editor:pages.menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={duplicate}>
          {t('editor:pages.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={isFirst} onClick={() => onMove(-1)}>
          {t('editor:pages.moveUp')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown {...icon} />} disabled={isLast} onClick={() => onMove(1)}>
          {t('editor:pages.moveDown')}
        </Menu.Item>
        <Menu.Item
          leftSection={page.hidden ? <IconEye {...icon} /> : <IconEyeOff {...icon} />}
          onClick={() => {
            history.beginStep()
            updatePage(doc, page.id, { hidden: !page.hidden })
          }}
        >
          {page.hidden ? t('editor:pages.show') : t('editor:pages.hide')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red.8" leftSection={<IconTrash {...icon} />} disabled={isOnly} onClick={remove}>
          {t('editor:pages.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
