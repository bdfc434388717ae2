import { Anchor, Button, List, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DialogActions } from '../ui/DialogActions.tsx'

interface LogoutDialogProps {
  /** In which something is not saved. Null: nobody is asked. */
  lessons: readonly { lessonId: number; title: string }[] | null
  onStay: () => void
  onLeave: () => void
}

/** Asks before unsaved changes are removed from the device. */
export function LogoutDialog({ lessons, onStay, onLeave }: LogoutDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened={lessons !== null}
      onClose={onStay}
      title={t('common:leaving.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text>{t('common:leaving.text')}</Text>
        <List>
          {lessons?.map(({ lessonId, title }) => (
            <List.Item key={lessonId}>
              <Anchor component={Link} to={`/lessons/${lessonId}`}>
                {title}
              </Anchor>
            </List.Item>
          ))}
        </List>
        <DialogActions>
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('common:leaving.stay')}
          </Button>
          <Button color="red" onClick={onLeave}>
            {t('common:leaving.leave')}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
