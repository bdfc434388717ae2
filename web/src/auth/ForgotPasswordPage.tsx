import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { emailProblem } from './registration-fields.ts'
import { useAuthOptions } from './use-auth-options.ts'

/** `/forgot-password`: asks for a link to a new one. It says the same to everybody, known here or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const { mail } = useAuthOptions()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const form = useForm({
    initialValues: { email: '' },
    validate: {
      email: (email) => {
        const problem = emailProblem(email)
        return problem && t(problem)
      },
    },
  })
  const submit = form.onSubmit(
    async ({ email }) => {
      setFailure(null)
      try {
        await call('forgotPassword', { body: { email: email.trim() } })
        setSentTo(email.trim())
      } catch (error) {
        setFailure(error)
      }
    },
    () => form.getInputNode('email')?.focus(),
  )

  return (
    <AuthFrame
      title={t('auth:forgot.title')}
      lead={t('auth:forgot.lead')}
      footer={
        <Anchor component={Link} to="/login" fw={600} inherit>
          {t('auth:toLogin')}
        </Anchor>
      }
    >
      {sentTo === null ? (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {failure !== null && (
              <Alert color="red" variant="light" role="alert">
                {errorText(failure)}
              </Alert>
            )}
            <TextInput
              label={t('auth:email')}
              type="email"
              autoComplete="username"
              size="md"
              {...form.getInputProps('email')}
            />
            <Button type="submit" size="md" mt="xs" loading={form.submitting}>
              {t('auth:forgot.submit')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Alert variant="light" role="status">
          {mail ? t('auth:forgot.sent', { email: sentTo }) : t('auth:forgot.kept')}
        </Alert>
      )}
    </AuthFrame>
  )
}
