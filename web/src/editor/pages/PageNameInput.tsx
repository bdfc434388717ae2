import { TextInput } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { updatePage } from '@anawim/lesson/doc'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import { asOneStep } from '../session/one-step.ts'

/** The page's name under its picture, being written. Enter or leaving it keeps it, Escape does not. */
export function PageNameInput({ page, onDone }: { page: PageHead; onDone: (isByKey: boolean) => void }) {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  const [name, setName] = useState(page.name)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const keep = (isByKey: boolean) => {
    if (name.trim() !== page.name) asOneStep(session, () => updatePage(session.doc, page.id, { name: name.trim() }))
    onDone(isByKey)
  }
  return (
    <TextInput
      size="xs"
      flex={1}
      aria-label={t('editor:panel.pageName')}
      maxLength={limits.name}
      value={name}
      ref={input}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => keep(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key === 'Enter') keep(true)
        if (event.key === 'Escape') onDone(true)
      }}
    />
  )
}
