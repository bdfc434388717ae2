import { Menu } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toPage } from '../canvas/camera.ts'
import { elementAt } from '../canvas/hit.ts'
import type { Point } from '../canvas/point.ts'
import { screenPoint } from '../canvas/pointer-input.ts'
import { backCommand, backwardCommand, forwardCommand, frontCommand } from '../commands/arrange-commands.ts'
import { copyCommand, cutCommand, pasteCommand } from '../commands/clipboard-commands.ts'
import { pasteInPlaceCommand } from '../commands/paste-in-place-command.ts'
import { deleteCommand, duplicateCommand, editTextCommand, selectAllCommand } from '../commands/element-commands.ts'
import { groupCommand, hideCommand, lockCommand, ungroupCommand } from '../commands/group-commands.ts'
import { cropCommand, replaceImageCommand } from '../commands/image-commands.ts'
import { shortcutText } from '../commands/shortcut.ts'
import { playCommand, replaceMediaCommand } from '../commands/media-commands.ts'
import { copyStyleCommand, pasteStyleCommand } from '../commands/style-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import type { ToolRunner } from '../tools/tool-runner.ts'
import { watchLongPress } from './long-press.ts'
import styles from './ZoomControl.module.css'

const groups = [
  [editTextCommand, cropCommand, replaceImageCommand, playCommand, replaceMediaCommand],
  [cutCommand, copyCommand, pasteCommand, pasteInPlaceCommand, duplicateCommand],
  [frontCommand, forwardCommand, backwardCommand, backCommand],
  [groupCommand, ungroupCommand, lockCommand, hideCommand],
  [copyStyleCommand, pasteStyleCommand],
  [selectAllCommand, deleteCommand],
]

/** The menu is long enough without what cannot be done now. */
const shownWhenPossible = new Set([
  editTextCommand,
  cropCommand,
  replaceImageCommand,
  playCommand,
  replaceMediaCommand,
  groupCommand,
  ungroupCommand,
  copyStyleCommand,
  pasteStyleCommand,
  pasteInPlaceCommand,
])

interface ContextMenuProps {
  area: RefObject<HTMLElement | null>
  /** What the finger was about to do ends, when its press turns out to be a long one. */
  runner: ToolRunner
}

/** The commands, where the pointer is: right click, or a long press. */
export function ContextMenu({ area, runner }: ContextMenuProps) {
  const { t } = useTranslation(['editor', 'pages'])
  const editor = useEditor()
  const [at, setAt] = useState<Point | null>(null)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const open = (screen: Point) => {
      const { session } = editor
      const id = elementAt(session, toPage(session.camera.get(), screen))
      if (id && !session.selection.get().includes(id)) session.selection.set([id])
      setAt(screen)
    }
    const onMenu = (event: MouseEvent) => {
      if (!(event.target instanceof HTMLElement) || event.target.closest('[data-over-canvas]')) return
      event.preventDefault()
      // A finger has its long press below, and not while it draws.
      if (!(event instanceof PointerEvent && event.pointerType === 'touch')) open(screenPoint(event, element))
    }
    const stop = watchLongPress(element, (screen) => {
      if (editor.session.tool.get() !== 'select') return false
      runner.cancel()
      open(screen)
      return true
    })
    element.addEventListener('contextmenu', onMenu)
    return () => {
      stop()
      element.removeEventListener('contextmenu', onMenu)
    }
  }, [editor, runner, area])
  return (
    <Menu
      opened={at !== null}
      onChange={(opened) => !opened && setAt(null)}
      position="bottom-start"
      offset={0}
      // It is long: near the foot of the window it moves up, over the place that was pressed.
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 8 } }}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'absolute', left: at?.x ?? 0, top: at?.y ?? 0 }} />
      </Menu.Target>
      <Menu.Dropdown data-over-canvas className={styles.tall}>
        {groups.map((group) => {
          const shown = group.filter((command) => !shownWhenPossible.has(command) || command.isEnabled(editor))
          return shown.map((command, index) => (
            <Menu.Item
              key={command.id}
              mt={index === 0 && group !== groups[0] ? 6 : 0}
              disabled={!command.isEnabled(editor)}
              leftSection={<command.icon size={18} stroke={1.7} aria-hidden />}
              rightSection={<span className={styles.keys}>{shortcutText(command.shortcuts[0] ?? '')}</span>}
              onClick={() => command.run(editor, t)}
            >
              {command.label(t)}
            </Menu.Item>
          ))
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
