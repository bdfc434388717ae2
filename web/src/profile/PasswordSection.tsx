import { isPlaceholderEmail } from '@anawim/lesson'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAuthOptions } from '../auth/use-auth-options.ts'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useUser } from '../session/use-session.ts'
import { PasswordForm } from './PasswordForm.tsx'

/** The password; or, for who comes in by another server's word, the way to get one. */
export function PasswordSection() {
  const user = useUser()
  // Who logs in with a code from their teacher has no password, and no mailbox to set one by.
  if (isPlaceholderEmail(user.email)) return null
  return user.has_password ? <PasswordForm email={user.email} /> : <NoPassword email={user.email} />
}

function NoPassword({ email }: { email: string }) {
  const { t } = useTranslation(['profile', 'auth'])
  const errorText = useErrorText()
  const options = useAuthOptions()
  const ask = useMutation({ mutationFn: () => call('forgotPassword', { body: { email } }) })
  return (
    <Stack gap="md" align="flex-start">
      <Text>{t('profile:password.none')}</Text>
      {ask.isError && (
        <Alert color="red" variant="light" role="alert">
          {errorText(ask.error)}
        </Alert>
      )}
      {ask.isSuccess ? (
        <Alert variant="light" role="status">
          {options.mail ? t('auth:forgot.sent', { email }) : t('auth:forgot.kept')}
        </Alert>
      ) : (
        <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('profile:password.ask')}
        </Button>
      )}
    </Stack>
  )
}
