import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutText } from '../commands/shortcut.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand } from '../commands/zoom-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import { throttle } from '../session/throttle.ts'
import { IconAction } from '../ui/IconAction.tsx'
import styles from './ZoomControl.module.css'

/** Milliseconds between two numbers. */
const READABLE = 120

/** How large the page is shown, and the ways to change it; the number itself fits the page. */
export function ZoomControl() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { camera } = editor.session
  const number = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Without a render, and not in each frame of a pinch: nobody could read it, and the browser would lay the page out anew.
    const show = throttle(READABLE, (zoom: number) => {
      const percent = `${Math.round(zoom * 100)}%`
      if (!number.current || number.current.textContent === percent) return
      number.current.textContent = percent
      number.current.setAttribute('aria-label', t('editor:zoom.label', { percent }))
    })
    const follow = () => show.call(camera.get().zoom)
    follow()
    const unsubscribe = camera.subscribe(follow)
    return () => {
      unsubscribe()
      show.stop()
    }
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
