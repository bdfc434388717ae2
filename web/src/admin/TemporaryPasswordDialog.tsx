import type { User } from '@anawim/api/contract'
import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import styles from './AdminPage.module.css'

/** Asks, sets a temporary password, and shows it once: the way back for who forgot theirs where there is no mail. */
export function TemporaryPasswordDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const errorText = useErrorText()
  const [last, setLast] = useState(user)
  if (user !== null && user !== last) setLast(user)
  // While it closes it goes on showing what it showed.
  const shown = user ?? last
  const set = useMutation({ mutationFn: (id: number) => call('setTemporaryPassword', { params: { id } }) })
  if (shown === null) return null
  const name = shown.full_name
  const close = () => {
    set.reset()
    onClose()
  }

  return (
    <Modal
      opened={user !== null}
      onClose={close}
      // A click beside it must not lose what is shown once.
      closeOnClickOutside={!set.isSuccess}
      title={set.isSuccess ? t('admin:temporary.made', { name }) : t('admin:temporary.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        {set.isError && (
          <Alert color="red" variant="light" role="alert">
            {errorText(set.error)}
          </Alert>
        )}
        {set.isSuccess ? (
          <>
            <output className={styles.secret}>{set.data.password}</output>
            <Text>{t('admin:temporary.once')}</Text>
            <DialogActions>
              <Button onClick={close}>{t('common:close')}</Button>
            </DialogActions>
          </>
        ) : (
          <>
            <Text>{t('admin:temporary.text')}</Text>
            <DialogActions>
              <Button variant="default" onClick={close} data-autofocus>
                {t('common:cancel')}
              </Button>
              <Button loading={set.isPending} onClick={() => set.mutate(shown.id)}>
                {t('admin:temporary.set')}
              </Button>
            </DialogActions>
          </>
        )}
      </Stack>
    </Modal>
  )
}
