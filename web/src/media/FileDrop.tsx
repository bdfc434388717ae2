import { Button, Group, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FileDrop.module.css'
import { acceptOf, type MediaType } from './media-type.ts'

interface FileDropProps {
  types: readonly MediaType[]
  isSeveral: boolean
  /** What may be sent, in words; null: that is not known yet. */
  hint: string | null
  onFiles: (files: readonly File[]) => void
  /** Other ways, beside the button. */
  children?: ReactNode
}

/** Where files are dropped or chosen. */
export function FileDrop({ types, isSeveral, hint, onFiles, children }: FileDropProps) {
  const { t } = useTranslation('media')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const give = (files: FileList | null) => {
    const given = [...(files ?? [])].slice(0, isSeveral ? undefined : 1)
    if (given.length > 0) onFiles(given)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    give(event.dataTransfer.files)
  }
  return (
    <div
      role="presentation"
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconUpload size={32} stroke={1.5} aria-hidden />
      <Text size="sm">{isSeveral ? t('media:drop.several') : t('media:drop.one')}</Text>
      <Group gap="sm" justify="center">
        <Button data-autofocus onClick={() => input.current?.click()}>
          {t('media:drop.choose')}
        </Button>
        {children}
      </Group>
      <Text size="xs" c="dimmed" ta="center">
        {hint ?? '\u00a0'}
      </Text>
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptOf(types)}
        multiple={isSeveral}
        aria-label={t('media:drop.choose')}
        onChange={(event) => {
          give(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
