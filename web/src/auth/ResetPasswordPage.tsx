import { Alert, Anchor, Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../session/school-call.ts'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { LinkEnded } from './LinkEnded.tsx'
import { PasswordField } from './PasswordField.tsx'
import { passwordProblem } from './registration-fields.ts'
import { useLinkToken } from './use-link-token.ts'

/** `/reset-password#…`: where the link of a mail leads who forgot their password. */
export function ResetPasswordPage() {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const token = useLinkToken()
  const [isDone, setDone] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (password) => {
        const problem = passwordProblem(password)
        return problem && t(problem)
      },
    },
  })
  const submit = form.onSubmit(
    async ({ password }) => {
      setFailure(null)
      try {
        await call('resetPassword', { body: { token, password } })
        setDone(true)
      } catch (error) {
        setFailure(error)
      }
    },
    () => form.getInputNode('password')?.focus(),
  )
  const hasEnded = token === '' || (failure !== null && asApiError(failure).code === 'link_ended')

  return (
    <AuthFrame
      isForAnybody
      title={t('auth:reset.title')}
      lead={t('auth:reset.lead')}
      footer={
        <Anchor component={Link} to={hasEnded ? '/forgot-password' : '/login'} fw={600} inherit>
          {hasEnded ? t('auth:reset.again') : t('auth:toLogin')}
        </Anchor>
      }
    >
      {hasEnded ? (
        <LinkEnded text={t('auth:reset.ended')} />
      ) : isDone ? (
        <Alert variant="light" role="status">
          {t('auth:reset.done')}
        </Alert>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {failure !== null && (
              <Alert color="red" variant="light" role="alert">
                {errorText(failure)}
              </Alert>
            )}
            <PasswordField
              label={t('auth:newPassword')}
              description={t('auth:passwordHint')}
              autoComplete="new-password"
              size="md"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('password')}
            />
            <Button type="submit" size="md" mt="xs" loading={form.submitting}>
              {t('auth:reset.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </AuthFrame>
  )
}
