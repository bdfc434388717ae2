import { TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../session/call.ts'
import { useErrorText } from '../../session/use-error-text.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import styles from './EditorHeader.module.css'

/** What the lesson is called; a click, and it can be called something else. */
export function LessonTitle() {
  const { t } = useTranslation('editor')
  const { lesson, tell } = useEditor()
  const errorText = useErrorText()
  const title = useValue(lesson.title)
  const [draft, setDraft] = useState<string | null>(null)
  usePageTitle(title)
  const rename = async () => {
    const next = draft?.trim() ?? ''
    setDraft(null)
    if (!next || next === title) return
    lesson.title.set(next)
    try {
      await call('updateLesson', { params: { id: lesson.id }, body: { title: next } })
    } catch (error) {
      lesson.title.set(title)
      tell({ tone: 'bad', text: errorText(error) })
    }
  }
  if (draft !== null) return <TitleField draft={draft} onChange={setDraft} onDone={() => void rename()} />
  return (
    <UnstyledButton
      className={styles.title}
      aria-label={t('editor:header.rename', { title })}
      onClick={() => setDraft(title)}
    >
      <h1>{title}</h1>
    </UnstyledButton>
  )
}

interface TitleFieldProps {
  draft: string
  onChange: (draft: string | null) => void
  onDone: () => void
}

function TitleField({ draft, onChange, onDone }: TitleFieldProps) {
  const { t } = useTranslation('editor')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  return (
    <TextInput
      ref={input}
      className={styles.titleInput}
      aria-label={t('editor:header.title')}
      value={draft}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onDone}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') onDone()
        if (event.key === 'Escape') onChange(null)
      }}
    />
  )
}
