import { VisuallyHidden } from '@mantine/core'
import type { LessonElement } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { editorOf } from '../kinds/index.ts'
import { useEditorSession } from '../session/editor-context.ts'
import { selectedUnits } from '../session/groups.ts'
import { useSelectedToSpeak } from '../session/use-selected.ts'
import { selectionFrame } from './hit.ts'

/** What is selected, for those who hear the canvas: kind, text and place, whether it is turned or locked. */
export function SelectionSpoken() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  const selected = useSelectedToSpeak()
  const [only] = selected
  const count = selected.length
  const nameOf = (element: LessonElement) => {
    if (count > 1) return t('editor:canvas.spokenGroup', { count })
    const kind = editorOf(element)
    const said = kind?.describe(element) ?? ''
    const name = kind?.name(t, element) ?? t('editor:kind.unknown')
    return said ? `${name}: ${said}` : name
  }
  const text = () => {
    if (!only) return ''
    if (count > 1 && selectedUnits(session).length > 1) return t('editor:panel.several', { count })
    const isLocked = selected.every(({ locked }) => locked)
    const box = (count === 1 ? session.boxOf(only.id) : selectionFrame(session)) ?? only
    const place = t('editor:canvas.spoken', {
      name: nameOf(only),
      x: Math.round(box.x),
      y: Math.round(box.y),
      width: Math.round(box.width),
      height: Math.round(box.height),
    })
    const rotation = Math.round(box.rotation)
    const turned = rotation === 0 ? '' : t('editor:canvas.spokenTurned', { rotation })
    return `${place}${turned}${isLocked ? t('editor:canvas.spokenLocked') : ''}`
  }
  return (
    <VisuallyHidden role="log" aria-live="polite" data-spoken>
      {text()}
    </VisuallyHidden>
  )
}
