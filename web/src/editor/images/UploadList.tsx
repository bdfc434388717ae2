import { ActionIcon, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../session/api-error.ts'
import { useErrorText } from '../../session/use-error-text.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import type { Upload } from './upload-queue.ts'
import styles from './UploadList.module.css'

/** Pictures on their way, and those that did not arrive. */
export function UploadList() {
  const { uploads } = useEditor()
  const list = useValue(uploads.uploads)
  if (list.length === 0) return null
  return (
    <Stack gap={8} className={styles.list} data-over-canvas>
      {list.map((upload) => (
        <UploadRow key={upload.id} upload={upload} onDismiss={() => uploads.dismiss(upload.id)} />
      ))}
    </Stack>
  )
}

function UploadRow({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { t } = useTranslation('editor')
  const errorText = useErrorText()
  const told = (error: unknown) => {
    const { code } = asApiError(error)
    if (code === 'too_large') return t('editor:upload.tooLarge')
    if (code === 'unsupported_media_type') return t('editor:upload.wrongType')
    return errorText(error)
  }
  return (
    <Paper withBorder shadow="sm" radius="md" p="sm" role={upload.error ? 'alert' : undefined}>
      <div className={styles.row}>
        <Text size="sm" fw={500} truncate>
          {upload.name}
        </Text>
        {upload.error !== null && (
          <ActionIcon
            variant="subtle"
            color="gray.7"
            size="sm"
            aria-label={t('editor:upload.dismiss')}
            onClick={onDismiss}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {upload.error === null ? (
        <Progress value={upload.share * 100} size="sm" mt={6} aria-label={t('editor:upload.progress')} />
      ) : (
        <Text size="sm" c="red.8">
          {told(upload.error)}
        </Text>
      )}
    </Paper>
  )
}
