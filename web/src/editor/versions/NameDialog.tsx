import { limits } from '@anawim/lesson'
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../session/use-error-text.ts'

interface NameDialogProps {
  title: string
  /** What is to be known about it. */
  text?: string | undefined
  initial: string
  opened: boolean
  onClose: () => void
  /** Throws what is shown. */
  onName: (name: string) => Promise<void>
}

/** Asks what a version is to be called. */
export function NameDialog({ title, opened, onClose, ...form }: NameDialogProps) {
  const { t } = useTranslation(['versions', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      zIndex={210}
    >
      <NameForm {...form} onClose={onClose} />
    </Modal>
  )
}

function NameForm({ text, initial, onClose, onName }: Omit<NameDialogProps, 'title' | 'opened'>) {
  const { t } = useTranslation(['versions', 'common'])
  const errorText = useErrorText()
  const [name, setName] = useState(initial)
  const [isMissing, setIsMissing] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return setIsMissing(true)
    setIsBusy(true)
    setFailure(null)
    try {
      await onName(name.trim())
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {text && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {failure instanceof NotSavedError ? t('versions:notSaved') : errorText(failure)}
          </Alert>
        )}
        <TextInput
          label={t('versions:nameLabel')}
          placeholder={t('versions:namePlaceholder')}
          maxLength={limits.versionName}
          value={name}
          error={isMissing && !name.trim() ? t('versions:nameMissing') : null}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The edits of this page are not committed: a version would be without them. */
export class NotSavedError extends Error {
  override name = 'NotSavedError'
}
