import type { Pupil, PupilCards } from '@anawim/api/contract'
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import type { ClassTools } from './use-classes.ts'

interface RenewDialogProps {
  opened: boolean
  pupils: Pupil[]
  renewCodes: ClassTools['renewCodes']
  onClose: () => void
  onMade: (cards: PupilCards) => void
}

/** Asks before pupils get new codes: with the old ones they can log in no longer. */
export function RenewDialog({ opened, pupils, renewCodes, onClose, onMade }: RenewDialogProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const renew = async () => {
    onMade(await renewCodes.mutateAsync(pupils.map(({ user }) => user.id)))
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('people:pupils.renewTitle', { count: pupils.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text>{t('people:pupils.renewText')}</Text>
        {pupils.some(({ has_code: hasCode }) => !hasCode) && <Text>{t('people:pupils.renewPassword')}</Text>}
        {renewCodes.error && (
          <Text size="sm" c="red.9" role="alert">
            {errorText(renewCodes.error)}
          </Text>
        )}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button loading={renewCodes.isPending} onClick={() => void renew().catch(() => undefined)}>
            {t('people:pupils.renew')}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
