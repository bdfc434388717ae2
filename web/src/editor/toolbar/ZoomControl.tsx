import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shortcutText } from '../commands/shortcut.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand } from '../commands/zoom-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { IconAction } from '../ui/IconAction.tsx'
import styles from './ZoomControl.module.css'

/** How large the page is shown, and the ways to change it; the number itself fits the page. */
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
      <UnstyledButton
        className={styles.percent}
        aria-label={t('editor:zoom.label', { percent })}
        data-tip={`${zoomFitCommand.label(t)} · ${shortcutText(zoomFitCommand.shortcuts[0] ?? '')}`}
        onClick={() => zoomFitCommand.run(editor, t)}
      >
        {percent}
      </UnstyledButton>
      {step(zoomInCommand)}
    </div>
  )
}
