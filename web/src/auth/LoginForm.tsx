import { Alert, Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setSharedDevice } from '../journal/shared-device.ts'
import { useSharedDevice } from '../journal/use-shared-device.ts'
import { login } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { PasswordField } from './PasswordField.tsx'

/** E-mail and password. What is missing is told at its field; what the server refuses, above them. */
export function LoginForm() {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const [failure, setFailure] = useState<unknown>(null)
  const isShared = useSharedDevice()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() ? null : t('auth:emailMissing')),
      password: (password) => (password ? null : t('auth:passwordMissing')),
    },
  })

  const submit = form.onSubmit(
    async (values) => {
      setFailure(null)
      try {
        await login({ email: values.email.trim(), password: values.password })
      } catch (error) {
        setFailure(error)
      }
    },
    (errors) => form.getInputNode(errors['email'] ? 'email' : 'password')?.focus(),
  )

  return (
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
        <PasswordField
          label={t('auth:password')}
          autoComplete="current-password"
          size="md"
          {...form.getInputProps('password')}
        />
        <Checkbox
          label={t('auth:sharedDevice.label')}
          description={t('auth:sharedDevice.help')}
          checked={isShared}
          onChange={({ currentTarget }) => setSharedDevice(currentTarget.checked)}
        />
        <Button type="submit" size="md" mt="xs" loading={form.submitting}>
          {t('auth:login.submit')}
        </Button>
      </Stack>
    </form>
  )
}
