import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { editorOf } from '../kinds/index.ts'
import { useEditorSession } from '../session/editor-context.ts'
import { useSelectedToSpeak } from '../session/use-selected.ts'

/** What is selected, for those who hear the canvas: kind, text and place. */
export function SelectionSpoken() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  const selected = useSelectedToSpeak()
  const [only] = selected
  const text = () => {
    if (!only) return ''
    if (selected.length > 1) return t('editor:panel.several', { count: selected.length })
    const kind = editorOf(only)
    const name = kind?.name(t, only) ?? t('editor:kind.unknown')
    const said = kind?.describe(only) ?? ''
    const box = session.boxOf(only.id) ?? only
    return t('editor:canvas.spoken', {
      name: said ? `${name}: ${said}` : name,
      x: Math.round(box.x),
      y: Math.round(box.y),
      width: Math.round(box.width),
      height: Math.round(box.height),
    })
  }
  return (
    <VisuallyHidden role="log" aria-live="polite" data-spoken>
      {text()}
    </VisuallyHidden>
  )
}
