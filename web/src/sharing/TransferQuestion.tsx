import type { Member } from '@anawim/api/contract'
import { Alert, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { toast } from '../ui/toast.ts'
import type { useMembers } from './use-members.ts'

interface TransferQuestionProps {
  heir: Member
  transfer: ReturnType<typeof useMembers>['transfer']
  onDone: (isDone: boolean) => void
}

/** Asks before a lesson gets another author: who gives it away cannot take it back. */
export function TransferQuestion({ heir, transfer, onDone }: TransferQuestionProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const name = heir.user.full_name
  const give = async () => {
    await transfer.mutateAsync(heir)
    toast(t('people:share.transferred', { name }))
    onDone(true)
  }
  return (
    <Alert variant="light" mt="sm" title={t('people:share.transferTitle', { name })} role="alert">
      <Text size="sm">{t('people:share.transferText')}</Text>
      {transfer.error && (
        <Text size="sm" c="red.9" mt="xs">
          {asApiError(transfer.error).code === 'invalid'
            ? t('people:share.noTeacher', { name })
            : errorText(transfer.error)}
        </Text>
      )}
      <Group gap="sm" mt="sm">
        <Button size="compact-md" loading={transfer.isPending} onClick={() => void give().catch(() => undefined)}>
          {t('people:share.transfer')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => {
            transfer.reset()
            onDone(false)
          }}
        >
          {t('common:cancel')}
        </Button>
      </Group>
    </Alert>
  )
}
