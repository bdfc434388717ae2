import { UnstyledButton } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../session/call.ts'
import { useErrorText } from '../../session/use-error-text.ts'
import { later } from '../../ui/later.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import styles from './EditorHeader.module.css'

const TitleField = later(async () => (await import('./TitleField.tsx')).TitleField)

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
  const name = (
    <UnstyledButton
      className={styles.title}
      aria-label={t('editor:header.rename', { title })}
      onClick={() => setDraft(title)}
    >
      <h1>{title}</h1>
    </UnstyledButton>
  )
  if (draft === null) return name
  return (
    <Suspense fallback={name}>
      <TitleField draft={draft} onChange={setDraft} onDone={() => void rename()} />
    </Suspense>
  )
}
