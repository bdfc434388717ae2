import { Menu, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shortcutText } from '../commands/shortcut.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand, zoomResetCommand } from '../commands/zoom-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { IconAction } from '../ui/IconAction.tsx'
import styles from './ZoomControl.module.css'

/** How large the page is shown, and the ways to change it. */
export function ZoomControl() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { zoom } = useValue(editor.session.camera)
  const percent = `${Math.round(zoom * 100)}%`
  const step = (command: typeof zoomInCommand) => (
    <IconAction
      icon={command.icon}
      label={command.label(t)}
      shortcut={command.shortcuts[0]}
      onClick={() => command.run(editor, t)}
    />
  )
  return (
    <div className={styles.bar} data-over-canvas>
      {step(zoomOutCommand)}
      <Menu position="top">
        <Menu.Target>
          <UnstyledButton className={styles.percent} aria-label={t('editor:zoom.label', { percent })}>
            {percent}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown data-over-canvas>
          {[zoomFitCommand, zoomResetCommand].map((command) => (
            <Menu.Item
              key={command.id}
              leftSection={<command.icon size={18} stroke={1.7} aria-hidden />}
              rightSection={<span className={styles.keys}>{shortcutText(command.shortcuts[0] ?? '')}</span>}
              onClick={() => command.run(editor, t)}
            >
              {command.label(t)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {step(zoomInCommand)}
    </div>
  )
}
