import { Button, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import { toast } from '../ui/toast.ts'
import styles from './classes.module.css'

/** A student leaves a class. Asked first: to come back takes a code. */
export function LeaveClass({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const leave = useMutation({
    mutationFn: () => call('leaveClass', { params: { id } }),
    onSuccess() {
      setAsked(false)
      toast(t('people:classes.left', { name }))
      void queries.invalidateQueries({ queryKey: ['lessons'] })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['classes'] }),
  })
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={styles.leave}
        aria-label={t('people:classes.leaveNamed', { name })}
        onClick={() => setAsked(true)}
      >
        {t('people:classes.leave')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('people:classes.leaveTitle', { name })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack gap="md">
          <Text>{t('people:classes.leaveText')}</Text>
          {leave.error && (
            <Text size="sm" c="red.9" role="alert">
              {errorText(leave.error)}
            </Text>
          )}
          <DialogActions>
            <Button variant="default" onClick={() => setAsked(false)}>
              {t('common:cancel')}
            </Button>
            <Button color="red.8" loading={leave.isPending} onClick={() => leave.mutate()}>
              {t('people:classes.leave')}
            </Button>
          </DialogActions>
        </Stack>
      </Modal>
    </>
  )
}
