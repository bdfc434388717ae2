import type { LessonElement } from '@anawim/lesson'
import { updateElements } from '@anawim/lesson/doc'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../session/editor-context.ts'
import { IconAction } from '../ui/IconAction.tsx'

/** Locked elements stay where they are when somebody drags them by mistake. */
export function LockToggle({ elements }: { elements: readonly LessonElement[] }) {
  const { t } = useTranslation('editor')
  const { doc, history } = useEditorSession()
  const isLocked = elements.every(({ locked }) => locked)
  return (
    <IconAction
      icon={isLocked ? IconLock : IconLockOpen}
      label={isLocked ? t('editor:panel.unlock') : t('editor:panel.lock')}
      isActive={isLocked}
      onClick={() => {
        history.beginStep()
        updateElements(
          doc,
          elements.map(({ id }) => id),
          { locked: !isLocked },
        )
      }}
    />
  )
}
