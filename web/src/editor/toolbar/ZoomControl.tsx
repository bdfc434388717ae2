import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutText } from '../commands/shortcut.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand } from '../commands/zoom-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import { IconAction } from '../ui/IconAction.tsx'
import styles from './ZoomControl.module.css'

/** How large the page is shown, and the ways to change it; the number itself fits the page. */
export function ZoomControl() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { camera } = editor.session
  const number = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Without a render: a pinch changes it in each frame.
    const show = () => {
      const percent = `${Math.round(camera.get().zoom * 100)}%`
      if (!number.current || number.current.textContent === percent) return
      number.current.textContent = percent
      number.current.setAttribute('aria-label', t('editor:zoom.label', { percent }))
    }
    show()
    return camera.subscribe(show)
  }, [camera, t])
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
        ref={number}
        className={styles.percent}
        data-tip={`${zoomFitCommand.label(t)} · ${shortcutText(zoomFitCommand.shortcuts[0] ?? '')}`}
        onClick={() => zoomFitCommand.run(editor, t)}
      />
      {step(zoomInCommand)}
    </div>
  )
}
