import { Alert, Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import type { FolderActions } from './use-folders.ts'

export type OpenFolderDialog =
  /** `lessonIds`: they go into the new folder. */
  { kind: 'create'; lessonIds: number[] } | { kind: 'rename' | 'remove'; folder: { id: number; name: string } }

interface FolderDialogsProps {
  open: OpenFolderDialog | null
  actions: FolderActions
  onClose: () => void
  onRemoved: (id: number) => void
}

/** Making, renaming and removing one's folders. A dialog that closes keeps what it showed until it is gone. */
export function FolderDialogs({ open, onClose, ...rest }: FolderDialogsProps) {
  const { t } = useTranslation('dashboard')
  const [last, setLast] = useState<OpenFolderDialog | null>(open)
  if (open !== null && open !== last) setLast(open)
  const shown = open ?? last
  if (shown === null) return null
  const titles = {
    create: t('dashboard:folders.new'),
    rename: t('dashboard:folders.rename'),
    remove: t('dashboard:folders.removeTitle', { name: shown.kind === 'create' ? '' : shown.folder.name }),
  }
  return (
    <Modal
      opened={open !== null}
      onClose={onClose}
      title={titles[shown.kind]}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <FolderForm key={JSON.stringify(shown)} dialog={shown} onClose={onClose} {...rest} />
    </Modal>
  )
}

interface FolderFormProps extends Omit<FolderDialogsProps, 'open'> {
  dialog: OpenFolderDialog
}

function FolderForm({ dialog, actions, onClose, onRemoved }: FolderFormProps) {
  const { t } = useTranslation('dashboard')
  const errorText = useErrorText()
  const [name, setName] = useState(dialog.kind === 'rename' ? dialog.folder.name : '')
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function work(): Promise<void> {
    if (dialog.kind === 'rename') await actions.rename(dialog.folder.id, name)
    if (dialog.kind === 'remove') {
      await actions.remove(dialog.folder.id)
      onRemoved(dialog.folder.id)
    }
    if (dialog.kind === 'create') {
      const { id } = await actions.create(name)
      if (dialog.lessonIds.length > 0) await actions.place({ lesson_ids: dialog.lessonIds, folder_id: id })
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (dialog.kind !== 'remove' && name.trim() === '') return
    setIsBusy(true)
    try {
      await work()
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }
  const isTaken = failure !== null && asApiError(failure).code === 'conflict'
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {isTaken ? t('dashboard:folders.taken') : errorText(failure)}
          </Alert>
        )}
        {dialog.kind === 'remove' ? (
          <Text>{t('dashboard:folders.removeText')}</Text>
        ) : (
          <TextInput
            label={t('dashboard:folders.name')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isBusy} color={dialog.kind === 'remove' ? 'red.7' : undefined}>
            {dialog.kind === 'remove' ? t('dashboard:folders.remove') : t('common:save')}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
