import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { toast } from '../ui/toast.ts'
import { useRoleNames } from '../ui/use-role-names.ts'
import { useUserChange, type UserChange } from './use-users.ts'

/** Asks before an account is changed, does it, and tells if the server refused (the last admin, for one). */
export function ConfirmUserChange({ change, onClose }: { change: UserChange | null; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const errorText = useErrorText()
  const roleNames = useRoleNames()
  const save = useUserChange()
  const [last, setLast] = useState<UserChange | null>(change)
  if (change !== null && change !== last) setLast(change)
  // While it closes it goes on showing what it asked.
  const shown = change ?? last
  if (shown === null) return null

  const { user, patch } = shown
  const name = user.full_name
  const words =
    patch.role !== undefined
      ? {
          title: t('admin:confirm.role.title', { name }),
          text: t('admin:confirm.role.text', { name, from: roleNames[user.role], to: roleNames[patch.role] }),
          submit: t('admin:confirm.role.submit'),
          done: t('admin:confirm.role.done', { name, role: roleNames[patch.role] }),
        }
      : patch.is_active
        ? {
            title: t('admin:confirm.activate.title', { name }),
            text: t('admin:confirm.activate.text'),
            submit: t('admin:activate'),
            done: t('admin:confirm.activate.done', { name }),
          }
        : {
            title: t('admin:confirm.suspend.title', { name }),
            text: t('admin:confirm.suspend.text'),
            submit: t('admin:suspend'),
            done: t('admin:confirm.suspend.done', { name }),
          }

  const close = () => {
    save.reset()
    onClose()
  }
  const confirm = () =>
    save.mutate(shown, {
      onSuccess: () => {
        toast(words.done)
        close()
      },
    })

  return (
    <Modal
      opened={change !== null}
      onClose={close}
      title={words.title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        {save.isError && (
          <Alert color="red" variant="light" role="alert">
            {errorText(save.error)}
          </Alert>
        )}
        <span>{words.text}</span>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color={patch.is_active === false ? 'red.7' : undefined} loading={save.isPending} onClick={confirm}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
