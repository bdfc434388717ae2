import type { PupilCards } from '@anawim/api/contract'
import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import { namesOfList } from './names-of-list.ts'
import type { ClassTools } from './use-classes.ts'

/** As many as one request takes. */
const MOST = 100

interface AddPupilsDialogProps {
  opened: boolean
  addPupils: ClassTools['addPupils']
  onClose: () => void
  onMade: (cards: PupilCards) => void
}

/** Accounts for a whole list of names, pasted as it is. */
export function AddPupilsDialog({ opened, addPupils, onClose, onMade }: AddPupilsDialogProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const [text, setText] = useState('')
  const names = namesOfList(text)
  const make = async () => {
    const cards = await addPupils.mutateAsync(names)
    setText('')
    onMade(cards)
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('people:pupils.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('people:pupils.addText')}
        </Text>
        <Textarea
          label={t('people:pupils.names')}
          placeholder={t('people:pupils.namesPlaceholder')}
          autosize
          minRows={8}
          maxRows={16}
          data-autofocus
          value={text}
          error={names.length > MOST ? t('people:pupils.tooMany', { count: MOST }) : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {addPupils.error && (
          <Text size="sm" c="red.9" role="alert">
            {errorText(addPupils.error)}
          </Text>
        )}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            loading={addPupils.isPending}
            disabled={names.length === 0 || names.length > MOST}
            onClick={() => void make().catch(() => undefined)}
          >
            {t('people:pupils.make', { count: names.length })}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
