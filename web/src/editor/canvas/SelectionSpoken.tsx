import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { editorOf } from '../kinds/index.ts'
import { useSelected } from '../session/use-selected.ts'

/** What is selected, for those who hear the canvas: kind, text and place. */
export function SelectionSpoken() {
  const { t } = useTranslation('editor')
  const selected = useSelected()
  const [only] = selected
  const text = () => {
    if (!only) return ''
    if (selected.length > 1) return t('editor:panel.several', { count: selected.length })
    const kind = editorOf(only)
    const name = kind?.name(t, only) ?? t('editor:kind.unknown')
    const said = kind?.describe(only) ?? ''
    return t('editor:canvas.spoken', {
      name: said ? `${name}: ${said}` : name,
      x: Math.round(only.x),
      y: Math.round(only.y),
      width: Math.round(only.width),
      height: Math.round(only.height),
    })
  }
  return (
    <VisuallyHidden role="log" aria-live="polite" data-spoken>
      {text()}
    </VisuallyHidden>
  )
}
