import { ActionIcon, Button, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../session/api-error.ts'
import { useValue } from '../../editor/session/value.ts'
import { useMediaError } from '../use-media-error.ts'
import type { Upload, UploadQueue } from './upload-queue.ts'
import styles from './UploadList.module.css'

/** Files on their way, and those that did not arrive. */
export function UploadList({ queue }: { queue: UploadQueue }) {
  const list = useValue(queue.uploads)
  if (list.length === 0) return null
  return (
    <Stack gap={8}>
      {list.map((upload) => (
        <UploadRow
          key={upload.id}
          upload={upload}
          onCancel={() => queue.cancel(upload.id)}
          onRetry={() => queue.retry(upload.id)}
        />
      ))}
    </Stack>
  )
}

/** What may go better a second time: the others would be refused again. */
const passing = new Set<string>(['unreachable', 'unavailable', 'internal', 'too_many_requests'])

interface UploadRowProps {
  upload: Upload
  onCancel: () => void
  onRetry: () => void
}

function UploadRow({ upload: { name, share, error }, onCancel, onRetry }: UploadRowProps) {
  const { t } = useTranslation('media')
  const told = useMediaError()
  const hasFailed = error !== null
  const percent = Math.round(share * 100)
  return (
    <Paper withBorder shadow="sm" radius="md" p="sm" role={hasFailed ? 'alert' : undefined}>
      <div className={styles.row}>
        <Text size="sm" fw={500} truncate className={styles.name}>
          {name}
        </Text>
        {!hasFailed && (
          <Text size="xs" c="dimmed" aria-hidden>
            {percent < 100 ? `${percent}%` : t('media:upload.working')}
          </Text>
        )}
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="sm"
          aria-label={t(hasFailed ? 'media:upload.dismiss' : 'media:upload.cancel', { name })}
          onClick={onCancel}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {hasFailed ? (
        <>
          <Text size="sm" c="red.8">
            {told(error)}
          </Text>
          {passing.has(asApiError(error).code) && (
            <Button size="compact-sm" variant="light" mt={6} onClick={onRetry}>
              {t('media:upload.retry')}
            </Button>
          )}
        </>
      ) : (
        <Progress
          value={percent}
          size="sm"
          mt={6}
          animated={percent >= 100}
          aria-label={t('media:upload.progress', { name })}
        />
      )}
    </Paper>
  )
}
