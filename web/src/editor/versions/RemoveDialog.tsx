import type { Version } from '@anawim/api/contract'
import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../session/use-error-text.ts'

interface RemoveDialogProps {
  /** null: closed. */
  version: Version | null
  onClose: () => void
  /** Throws what is shown. */
  onRemove: (version: Version) => Promise<void>
}

/** A version that is removed does not come back: asked once. */
export function RemoveDialog({ version, onClose, onRemove }: RemoveDialogProps) {
  const { t } = useTranslation(['versions', 'common'])
  const errorText = useErrorText()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const close = () => {
    setFailure(null)
    onClose()
  }
  const remove = async () => {
    if (!version) return
    setIsBusy(true)
    setFailure(null)
    try {
      await onRemove(version)
      close()
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Modal
      opened={version !== null}
      onClose={close}
      title={t('versions:removeTitle', { name: version?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      zIndex={210}
    >
      <Text size="sm">{t('versions:removeText')}</Text>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert" mt="md">
          {errorText(failure)}
        </Alert>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          {t('common:cancel')}
        </Button>
        <Button color="red" loading={isBusy} onClick={() => void remove()}>
          {t('versions:remove')}
        </Button>
      </Group>
    </Modal>
  )
}
