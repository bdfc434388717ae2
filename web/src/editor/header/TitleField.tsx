import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './EditorHeader.module.css'

interface TitleFieldProps {
  draft: string
  onChange: (draft: string | null) => void
  onDone: () => void
}

/** The lesson's title, being written: Enter or leaving it keeps it, Escape does not. */
export function TitleField({ draft, onChange, onDone }: TitleFieldProps) {
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
